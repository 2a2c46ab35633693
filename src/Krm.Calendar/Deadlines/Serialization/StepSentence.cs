using NodaTime;

namespace Krm.Calendar.Deadlines.Serialization;

/// <summary>One step as a German sentence.</summary>
internal static class StepSentence
{
    public static string Of(DeadlineStep step)
    {
        string before = Day(step.Before);
        string after = Day(step.After);
        string detail = step.Detail;
        string text = step.Kind switch
        {
            DeadlineStepKind.EventTaken => $"{detail} am {after}",
            DeadlineStepKind.CutOffApplied => $"Eingang am {before} nach Annahmeschluss ({detail}): gilt als am {after} eingegangen",
            DeadlineStepKind.OfficeHoursIgnored => "Annahmeschluss und Schließtage bleiben außer Betracht: gesetzliche Fristen laufen bis 24 Uhr und kennen keine Schließtage",
            DeadlineStepKind.FictionApplied => $"gilt als bekannt gegeben am {after}{(detail.Length == 0 ? "" : $" – {detail.TrimEnd('.')}")}",
            DeadlineStepKind.FictionShifted => $"Bekanntgabetag vom {Free(step)} auf {after} verschoben",
            DeadlineStepKind.FictionStayed => $"Bekanntgabetag bleibt der {Free(step)}",
            DeadlineStepKind.LaterReceiptWins => $"nachgewiesener Zugang am {after} ist maßgeblich",
            DeadlineStepKind.EarlierReceiptIgnored => $"früherer Zugang am {before} ist unbeachtlich, es bleibt beim {after}",
            DeadlineStepKind.PeriodStarted => step.Before == step.After ? $"der {before} zählt mit" : $"der {before} zählt nicht mit, Fristbeginn am {after}",
            DeadlineStepKind.PeriodEnded => $"{detail}: Ende mit Ablauf des {after}",
            DeadlineStepKind.HoursCounted => step.After is null ? detail : $"{detail}: Ende am {after}",
            DeadlineStepKind.MonthEndTaken => $"dem letzten Monat fehlt der entsprechende Tag: Monatsletzter, {after}",
            DeadlineStepKind.HalfMonthAdded => $"halber Monat zuletzt mit 15 Tagen gezählt: {after}",
            DeadlineStepKind.TurnedIntoDays => $"nicht zusammenhängender Zeitraum: {detail}",
            DeadlineStepKind.MonthPartTaken => $"{detail}: {after}",
            DeadlineStepKind.PauseAdded => $"Ruhen der Frist ({detail}): Ende vom {before} auf {after}",
            DeadlineStepKind.PauseOpen => $"die Frist ruht seit {detail}: noch kein Fälligkeitstag",
            DeadlineStepKind.NamedDayTaken => $"{detail}: {after}",
            DeadlineStepKind.Extended => $"Verlängerung ({detail}) vom {before} auf {after}",
            DeadlineStepKind.TwoWorkingDaysKept => $"mindestens zwei Arbeitstage: Ende vom {before} auf {after}",
            DeadlineStepKind.EndShifted => $"Ende vom {Free(step)} auf {after} verschoben",
            DeadlineStepKind.EndStayed => $"Ende bleibt der {Free(step)}, keine Verschiebung",
            DeadlineStepKind.Recalculated => step.Before is null ? "Neuberechnung einer offenen Frist" : $"Neuberechnung, bisheriges Ende {before}",
            _ => Result(step),
        };
        return $"{char.ToUpperInvariant(text[0])}{text.Substring(1)} ({step.Section}).";
    }

    private static string Result(DeadlineStep step) => step.After is not { } last
        ? "kein Fälligkeitstag, solange die Frist ruht"
        : step.Detail.Length == 0 ? $"letzter Tag der Frist: {Day(last)}, 24 Uhr" : $"Ende der Frist: {Day(last)}, {step.Detail}";

    // The free day with the reasons why it and the days after it are free, its weekday among them.
    private static string Free(DeadlineStep step) => $"{GermanText.Date(step.Before!.Value)} ({step.Detail})";

    private static string Day(LocalDate? date) =>
        date is { } day ? $"{GermanText.Date(day)} ({GermanText.Weekday(day.DayOfWeek)})" : "offen";
}
