using System.Globalization;
using Krm.Calendar.Deadlines;

namespace Krm.Rules.Tracing;

/// <summary>Periods in German words.</summary>
internal static class PeriodText
{
    public static string Describe(string text)
    {
        var period = DeadlinePeriod.Parse(text);
        var (one, many) = period.Unit switch
        {
            DeadlineUnit.WorkingDays => ("Arbeitstag", "Arbeitstage"),
            DeadlineUnit.Werktage => ("Werktag", "Werktage"),
            DeadlineUnit.Days => ("Tag", "Tage"),
            DeadlineUnit.Weeks => ("Woche", "Wochen"),
            DeadlineUnit.Months => ("Monat", "Monate"),
            DeadlineUnit.Years => ("Jahr", "Jahre"),
            DeadlineUnit.Hours => ("Stunde", "Stunden"),
            _ => ("", "umgehend"),
        };
        if (one.Length == 0)
        {
            return many;
        }

        if (period.HasHalfMonth)
        {
            return period.Count == 0 ? "½ Monat" : period.Count.ToString(CultureInfo.InvariantCulture) + "½ Monate";
        }

        return period.Count.ToString(CultureInfo.InvariantCulture) + " " + (period.Count == 1 ? one : many);
    }
}
