namespace Krm.Reporting;

/// <summary>How the figures came about: for the last section of the report.</summary>
public sealed record ReportMethod
{
    /// <summary>Counts of 1 to this number minus 1 are withheld.</summary>
    public required int SmallestCount { get; init; }

    /// <summary>Cases that were fed but were received after the period.</summary>
    public ReportCount ReceivedLater { get; init; }

    /// <summary>Cases the rule set does not apply to.</summary>
    public ReportCount NotApplicable { get; init; }

    /// <summary>Cases whose category was proposed by the classifier.</summary>
    public ReportCount Classified { get; init; }

    /// <summary>Cases the classifier left to a person.</summary>
    public ReportCount Abstained { get; init; }

    /// <summary>Rule sets, calendars, models and programs the figures rest on.</summary>
    public IReadOnlyList<ReportVersion> Versions { get; init; } = [];
}
