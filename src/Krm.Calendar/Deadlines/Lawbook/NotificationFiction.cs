using Krm.Calendar.Deadlines.Policies;
using NodaTime;

namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>One rule that says when a decision counts as received (Bekanntgabefiktion), with its validity.</summary>
/// <remarks>Immutable. The date that decides the validity is the day of posting, sending or provision.</remarks>
public sealed record NotificationFiction
{
    internal NotificationFiction(string law, ActLaw act, DeadlineEventKind way, DeadlinePeriod? period, string section)
    {
        Law = law;
        Act = act;
        Way = way;
        Period = period;
        Section = section;
    }

    /// <summary>Short name of the law, such as <c>VwVfG</c>.</summary>
    public string Law { get; }

    /// <summary>Whether the Federation's law or a Land's own.</summary>
    public ActLaw Act { get; }

    /// <summary>The way the decision took.</summary>
    public DeadlineEventKind Way { get; }

    /// <summary>Time from the event to the day of receipt; null: the same day.</summary>
    public DeadlinePeriod? Period { get; internal init; }

    /// <summary>The section.</summary>
    public string Section { get; }

    /// <summary>First day of validity, inclusive; null: before the covered years.</summary>
    public LocalDate? From { get; internal init; }

    /// <summary>Last day of validity, inclusive; null: until further notice.</summary>
    public LocalDate? To { get; internal init; }

    /// <summary>How well the rule is known.</summary>
    public FictionCertainty Certainty { get; internal init; }

    /// <summary>What is known about acts around the end of validity.</summary>
    public FictionTransition Transition { get; internal init; }

    /// <summary>The other possible length where the rule is not certain, else null.</summary>
    public DeadlinePeriod? Alternative { get; internal init; }

    /// <summary>Days within which a portal has to be read so that the decision is received at all; null: no such limit.</summary>
    public int? RetrievalWithinDays { get; internal init; }

    /// <summary>A remark for the clerk in German, or null.</summary>
    public string? Note { get; internal init; }

    /// <summary>Whether the rule is valid on a day.</summary>
    /// <param name="day">The day of posting, sending or provision.</param>
    /// <returns>True inside the validity, both ends included.</returns>
    public bool IsValidOn(LocalDate day) =>
        !(From is { } from && day < from) && !(To is { } to && day > to);
}
