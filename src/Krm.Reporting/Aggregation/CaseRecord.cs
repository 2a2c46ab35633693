using NodaTime;

namespace Krm.Reporting.Aggregation;

/// <summary>One case while the report is being built: days and numbers of groups.</summary>
internal readonly record struct CaseRecord(
    LocalDate Received, LocalDate? Closed, LocalDate? Due, int Kind, int Unit, int Priority, int Category, int Step)
{
    public CaseOutcome Outcome => (Due, Closed) switch
    {
        (null, _) => CaseOutcome.Undecided,
        (var due, { } closed) => closed <= due ? CaseOutcome.InTime : CaseOutcome.Missed,
        _ => IsOverdue ? CaseOutcome.Missed : CaseOutcome.Undecided,
    };

    /// <summary>Whether the case is open and its last day is over on the day of the report.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Calendar days from receipt to closing, or to the day of the report while the case is open; 0 or more.</summary>
    public int Days { get; init; }
}
