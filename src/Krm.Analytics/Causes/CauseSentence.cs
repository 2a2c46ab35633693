using System.Globalization;
using Krm.Analytics.Causes.Events;
using Krm.Analytics.Causes.Patterns;
using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes;

/// <summary>Says a finding in one German sentence.</summary>
internal static class CauseSentence
{
    private const double LargestFactor = 200;

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static string Write(RecurringCause cause, Timeline timeline, PatternFinding finding, long newest)
    {
        var first = timeline.First.Plus(finding.Start).ToGerman();
        var last = timeline.First.Plus(finding.End - 1).ToGerman();
        var place = Place(cause.Cell);
        var numbers = $"erwartet {Number(cause.Expected)}, eingegangen {cause.Observed.ToString("N0", German)}";
        var factor = double.IsInfinity(cause.RateRatio) || cause.RateRatio > LargestFactor
            ? "Vorgänge, wo sonst fast keine eingehen"
            : $"{cause.RateRatio.ToString("0.0", German)}-mal so viele Vorgänge wie zu erwarten";
        var isOngoing = timeline.IsOngoing(finding.End);
        return cause.Pattern switch
        {
            CausePattern.Seasonal when finding.Event is { } echo =>
                $"Nach „{echo.Schedule.Kind}“ ({echo.Occurrences.Count}-mal, zuletzt bis {last}) gehen {place} {factor} ein, {Duration(echo, timeline)}: {numbers}; {NextEvent(finding, timeline)}.",
            CausePattern.Seasonal =>
                $"Jedes Jahr um dieselbe Zeit, zuletzt bis {last}, gehen {place} {factor} ein: {numbers}; wieder zu erwarten ab {timeline.First.Plus(finding.NextStart).ToGerman()}.",
            CausePattern.Trend =>
                $"Seit {first} steigt die Zahl der Vorgänge {place} stetig: ohne den Anstieg wären bis {last} {Number(cause.Expected)} zu erwarten gewesen, eingegangen sind {cause.Observed.ToString("N0", German)}.",
            CausePattern.Chronic =>
                $"Im ganzen Zeitraum von {first} bis {last} gehen {place} {factor} ein, gemessen an vergleichbaren Bereichen: {numbers}.",
            CausePattern.Shift when isOngoing => $"Seit {first} kommen {place} anhaltend {factor}: {numbers}{Newest(newest, timeline, finding)}.",
            _ when isOngoing => $"Seit {first} kommen {place} {factor}: {numbers}{AbovePeak(finding)}{Newest(newest, timeline, finding)}.",
            CausePattern.Shift => $"Von {first} bis {last} kamen {place} anhaltend {factor}: {numbers}.",
            _ => $"{(first == last ? $"In {first}" : $"Von {first} bis {last}")} kamen {place} {factor}: {numbers}{AbovePeak(finding)}.",
        };
    }

    private static string Duration(EventPeak echo, Timeline timeline)
    {
        var unit = timeline.Kind == PeriodKind.Week ? ("eine Woche", "Wochen") : ("einen Monat", "Monate");
        string Of(int periods) => periods == 1 ? unit.Item1 : $"{periods} {unit.Item2}";
        return echo.Lag == 0 ? $"jeweils für {Of(echo.Duration)}" : $"jeweils für {Of(echo.Duration)}, beginnend {Of(echo.Lag)} danach";
    }

    private static string NextEvent(PatternFinding finding, Timeline timeline) => finding.NextStart < 0
        ? "wieder zu erwarten nach dem nächsten Mal"
        : $"wieder zu erwarten ab {timeline.First.Plus(finding.NextStart).ToGerman()}";

    /// <summary>That a burst goes beyond a peak which recurs anyway and is already in what was expected.</summary>
    private static string AbovePeak(PatternFinding finding) => finding.UsualPeak switch
    {
        null => "",
        { Event: { } echo } => $" – mehr als der gewohnte Anstieg nach „{echo.Schedule.Kind}“, der schon eingerechnet ist",
        _ => " – mehr als der gewohnte Anstieg zu dieser Jahreszeit, der schon eingerechnet ist",
    };

    /// <summary>The newest period, if there is more than one.</summary>
    private static string Newest(long count, Timeline timeline, PatternFinding finding) => finding.End - finding.Start < 2
        ? ""
        : $"; zuletzt {count.ToString("N0", German)} in {timeline.First.Plus(finding.End - 1).ToGerman()}";

    private static string Place(CauseCell cell) => cell.Coordinates.Count == 0
        ? "insgesamt"
        : "bei " + string.Join(", ", cell.Coordinates.Select(pair => $"{pair.Key} „{pair.Value}“"));

    private static string Number(double value) => value.ToString(value < 10 ? "0.0" : "N0", German);
}
