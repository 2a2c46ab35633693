using Krm.Analytics.Counting;
using Krm.Calendar.Holidays;
using Krm.Cli.Measures;
using Krm.Reporting;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>What a report has to know of a run beside its tables: which columns mean what, and what the figures rest on.</summary>
/// <param name="AsOf">The day that was looked at.</param>
/// <param name="Date">The column of the day of receipt.</param>
/// <param name="Closed">The column of the day of closing, or null.</param>
/// <param name="Kind">The column of the kind, or null.</param>
/// <param name="Unit">The column of the unit, or null.</param>
/// <param name="Label">The column of the known category, or null.</param>
/// <param name="By">What was counted.</param>
/// <param name="Land">Whose working days count.</param>
/// <param name="Measures">What was done against causes.</param>
/// <param name="Duties">Titles of the duties, by id.</param>
/// <param name="Versions">Rule set, calendar, model and program.</param>
internal sealed record ReportRecord(
    LocalDate AsOf,
    string Date,
    string? Closed,
    string? Kind,
    string? Unit,
    string? Label,
    CountPlan By,
    Bundesland Land,
    IReadOnlyList<Measure> Measures,
    IReadOnlyDictionary<string, string> Duties,
    IReadOnlyList<ReportVersion> Versions);
