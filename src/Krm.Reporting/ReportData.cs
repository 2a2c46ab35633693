namespace Krm.Reporting;

/// <summary>All figures of a report: aggregated, small numbers withheld, no text of a case.</summary>
/// <remarks>
/// What is written from it (<see cref="HtmlReport"/>) can give away no more than it holds. Made by
/// <see cref="ReportBuilder"/>. Immutable and thread-safe.
/// </remarks>
public sealed record ReportData
{
    /// <summary>What stands above the report.</summary>
    public required ReportHeader Header { get; init; }

    /// <summary>Number of cases received in the period.</summary>
    public required ReportCount CaseCount { get; init; }

    /// <summary>Whether the day of closing is known for at least one case; without it nothing can be said about speed.</summary>
    public required bool HasClosingDays { get; init; }

    /// <summary>The periods of <see cref="Arrivals"/>, oldest first, without gap.</summary>
    public IReadOnlyList<ReportPeriod> Periods { get; init; } = [];

    /// <summary>Cases by period of receipt (rows as <see cref="Periods"/>) and kind.</summary>
    public CrossTable Arrivals { get; init; } = CrossTable.Empty;

    /// <summary>How fast all cases were, and how often in time; <see langword="null"/> where there are none.</summary>
    public DeadlineFigure? Overall { get; init; }

    /// <summary>How fast each unit was, largest first, and how often in time.</summary>
    public IReadOnlyList<DeadlineFigure> Units { get; init; } = [];

    /// <summary>How fast cases of each priority were, largest first, and how often in time.</summary>
    public IReadOnlyList<DeadlineFigure> Priorities { get; init; } = [];

    /// <summary>Which share of the cases is closed after some days, by days; empty where too few days of closing are known.</summary>
    public IReadOnlyList<ClosedShare> ClosedShares { get; init; } = [];

    /// <summary>Number of cases that are open although their last day is over.</summary>
    public ReportCount OverdueCount { get; init; }

    /// <summary>Overdue open cases by unit (rows) and how long they are overdue (columns).</summary>
    public CrossTable Overdue { get; init; } = CrossTable.Empty;

    /// <summary>Overdue open cases by the step they are stuck at (rows) and how long they are overdue (columns).</summary>
    public CrossTable OverdueSteps { get; init; } = CrossTable.Empty;

    /// <summary>Open cases that are not overdue by unit (rows) and when they are due (columns).</summary>
    public CrossTable Upcoming { get; init; } = CrossTable.Empty;

    /// <summary>How fast cases of each category were (rows as <see cref="CategoryCounts"/>), and how often in time.</summary>
    public IReadOnlyList<DeadlineFigure> CategoryDeadlines { get; init; } = [];

    /// <summary>What the coming weeks will probably bring, soonest first; empty where the past does not allow to say.</summary>
    public IReadOnlyList<ForecastWeek> Forecast { get; init; } = [];

    /// <summary>Service promises by name.</summary>
    public IReadOnlyList<PromiseFigure> Promises { get; init; } = [];

    /// <summary>What measures have brought, in the order they were added.</summary>
    public IReadOnlyList<EffectFigure> Effects { get; init; } = [];

    /// <summary>The periods the categories are compared over, oldest first; the last one is the current one.</summary>
    public IReadOnlyList<ReportPeriod> Windows { get; init; } = [];

    /// <summary>Cases by category (rows), largest first, in one column.</summary>
    public CrossTable CategoryCounts { get; init; } = CrossTable.Empty;

    /// <summary>Cases by category (rows as <see cref="CategoryCounts"/>) and period (columns as <see cref="Windows"/>).</summary>
    public CrossTable Categories { get; init; } = CrossTable.Empty;

    /// <summary>Cases by category (rows as <see cref="Categories"/>) and shorter periods, one table for each of <see cref="Windows"/>.</summary>
    public IReadOnlyList<CrossTable> CategoryTrends { get; init; } = [];

    /// <summary>Recurring causes, best first.</summary>
    public IReadOnlyList<CauseFigure> Causes { get; init; } = [];

    /// <summary>How the figures came about.</summary>
    public required ReportMethod Method { get; init; }
}
