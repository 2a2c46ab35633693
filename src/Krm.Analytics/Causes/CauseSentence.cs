using System.Globalization;
using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes;

/// <summary>Says a finding in one German sentence.</summary>
internal static class CauseSentence
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static string Write(RecurringCause cause, Timeline timeline, int windowEnd)
    {
        var first = CountPeriod.Of(timeline.Kind, cause.From).ToGerman();
        var last = CountPeriod.Of(timeline.Kind, cause.To).ToGerman();
        var isOngoing = timeline.IsOngoing(windowEnd);
        var time = isOngoing ? $"Seit {first} kommen" : first == last ? $"In {first} kamen" : $"Von {first} bis {last} kamen";
        var numbers = $"erwartet {Number(cause.Expected)}, eingegangen {cause.Observed.ToString("N0", German)}";
        var factor = double.IsInfinity(cause.RateRatio)
            ? "Vorgänge, wo sonst keine eingehen"
            : $"{cause.RateRatio.ToString("0.0", German)}-mal so viele Vorgänge wie sonst";
        var kind = cause.Pattern switch
        {
            CausePattern.Shift => " (anhaltend erhöht)",
            CausePattern.Trend => " (stetiger Anstieg)",
            CausePattern.Seasonal => " (wiederkehrende Spitze)",
            CausePattern.Chronic => " (dauerhaft mehr als in vergleichbaren Bereichen)",
            _ => "",
        };
        return $"{time} {Place(cause.Cell)} {factor}{kind}: {numbers}.";
    }

    private static string Place(CauseCell cell) => cell.Coordinates.Count == 0
        ? "insgesamt"
        : "bei " + string.Join(", ", cell.Coordinates.Select(pair => $"{pair.Key} „{pair.Value}“"));

    private static string Number(double value) => value.ToString(value < 10 ? "0.0" : "N0", German);
}
