using System.Text;

namespace Krm.Calendar.Deadlines.Serialization;

/// <summary>A deadline as a German paragraph for the file.</summary>
internal static class DeadlineParagraph
{
    public static string Of(Deadline deadline)
    {
        StringBuilder text = new("Fristberechnung:");
        foreach (DeadlineStep step in deadline.Steps)
        {
            text.Append(' ').Append(step.ToGerman());
        }

        if (deadline.ReminderDay is { } reminder)
        {
            text.Append(" Vorfrist: ").Append(GermanText.Date(reminder)).Append(" (").Append(GermanText.Weekday(reminder.DayOfWeek)).Append(").");
        }

        foreach (DeadlineAlternative alternative in deadline.Alternatives)
        {
            text.Append(' ').Append(Describe(alternative));
        }

        return text.Append(" Verlässlichkeit: ").Append(Confidence(deadline.Confidence)).Append(". Regel- und Datenstand: ").Append(deadline.Fingerprint).Append('.').ToString();
    }

    public static string Describe(DeadlineAlternative alternative)
    {
        string lead = alternative.Kind switch
        {
            AlternativeKind.SafeToMeet => "Sicher eingehalten bis",
            AlternativeKind.NotLateBefore => "Nicht als verspätet zu behandeln vor Ablauf des",
            _ => "Nach anderer Lesart bis",
        };
        return $"{lead} {GermanText.Date(alternative.LastDay)} ({GermanText.Weekday(alternative.LastDay.DayOfWeek)}; {alternative.Reason.TrimEnd('.')}).";
    }

    private static string Confidence(DeadlineConfidence confidence) => confidence switch
    {
        DeadlineConfidence.High => "hoch",
        DeadlineConfidence.Medium => "mittel (eine umstrittene Frage hat entschieden)",
        _ => "niedrig (eine offene Frage oder eine Vorgabe gegen die Rechtsprechung hat entschieden)",
    };
}
