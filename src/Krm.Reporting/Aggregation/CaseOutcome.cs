namespace Krm.Reporting.Aggregation;

/// <summary>What became of the deadline of a case on the day of the report.</summary>
internal enum CaseOutcome
{
    /// <summary>Closed on or before its last day.</summary>
    InTime,

    /// <summary>Closed after its last day, or open although its last day is over.</summary>
    Missed,

    /// <summary>Open and its last day is not over, or no deadline applies.</summary>
    Undecided,
}
