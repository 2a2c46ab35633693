using System.Globalization;
using Krm.Rules.Serialization;

namespace Krm.Rules.Tracing;

/// <summary>Periods in German words.</summary>
internal static class PeriodText
{
    public static string Describe(string period)
    {
        if (!PeriodTexts.TryParse(period, out var count, out var unit))
        {
            return period;
        }

        var (one, many) = unit switch
        {
            "at-once" => ("", ""),
            "AT" => ("Arbeitstag", "Arbeitstage"),
            "WT" => ("Werktag", "Werktage"),
            "D" => ("Tag", "Tage"),
            "W" => ("Woche", "Wochen"),
            "M" => ("Monat", "Monate"),
            _ => ("Jahr", "Jahre"),
        };
        return unit == "at-once" ? "umgehend" : count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);
    }
}
