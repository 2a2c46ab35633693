using NodaTime;

namespace Krm.Calendar.Deadlines;

/// <summary>One step of a computation: which section did what to which date.</summary>
/// <remarks>Immutable. The German text is made when it is asked for.</remarks>
/// <param name="Kind">What was done.</param>
/// <param name="Section">Section, decision or own rule that says so.</param>
/// <param name="Before">The date before; null where there is none yet.</param>
/// <param name="After">The date after; null where there is no due date.</param>
/// <param name="Detail">What moved or decided it, in German: a holiday, a period, a remark; may be empty.</param>
public sealed record DeadlineStep(DeadlineStepKind Kind, string Section, LocalDate? Before, LocalDate? After, string Detail)
{
    /// <summary>The step as a German sentence with its section.</summary>
    /// <returns>For example "Ende auf Montag, 01.06.2026 verschoben (Samstag; § 31 Abs. 3 Satz 1 VwVfG)."</returns>
    public string ToGerman() => Serialization.StepSentence.Of(this);
}
