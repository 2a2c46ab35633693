using System.Globalization;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.OfficeHours;

/// <summary>On which day something counts as received by an office, and why.</summary>
/// <remarks>
/// For service targets only: a statutory period is kept until 24:00 of its last day, whatever the office's cut-off.
/// Immutable and thread-safe.
/// </remarks>
/// <param name="At">When it reached the office, in the zone of the office.</param>
/// <param name="Channel">How it came.</param>
/// <param name="CountsOn">The working day on which it counts as received.</param>
/// <param name="CutOff">The cut-off of the day on which it came, or null where the day has none.</param>
/// <param name="IsTooLate">Whether it came on a working day but too late for that day.</param>
/// <param name="Explanation">Why the day on which it came is or is not a working day.</param>
public sealed record Receipt(
    ZonedDateTime At,
    ReceiptChannel Channel,
    LocalDate CountsOn,
    CutOff? CutOff,
    bool IsTooLate,
    DayExplanation Explanation)
{
    /// <summary>A German text that a clerk can file.</summary>
    /// <returns>When it came, on which day it counts, and why.</returns>
    public string ToGerman()
    {
        string came = $"{GermanText.Weekday(At.Date.DayOfWeek)}, {GermanText.Date(At.Date)}, {At.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)} Uhr";
        string counts = $"{GermanText.Weekday(CountsOn.DayOfWeek)}, {GermanText.Date(CountsOn)}";
        if (CountsOn == At.Date)
        {
            return $"Eingang am {came}: gilt als an diesem Tag eingegangen.";
        }

        string reason = (IsTooLate, CutOff) switch
        {
            (true, { } cutOff) => $"nach Annahmeschluss ({cutOff})",
            (true, null) => "keine Sprechzeit mehr an diesem Tag",
            _ => "kein Arbeitstag",
        };
        string why = IsTooLate ? "" : $" {Explanation.ToGerman()}";
        return $"Eingang am {came}, {reason}: gilt als eingegangen am {counts}.{why}";
    }
}
