using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>What one pass of the computation works on.</summary>
/// <param name="Spec">The specification, already checked.</param>
/// <param name="EventDay">Day of the event; takes the place of the specification's own.</param>
/// <param name="Rules">The rules of the regime.</param>
/// <param name="Book">All rules.</param>
/// <param name="Place">The calendars that decide ends and count working days.</param>
/// <param name="FictionPlace">The calendars that decide the day of a fiction.</param>
/// <param name="Fiction">The fiction to apply; null where none is.</param>
/// <param name="Log">Where steps go; null where none are asked for.</param>
internal readonly record struct ReckoningInput(
    DeadlineSpec Spec,
    LocalDate EventDay,
    RegimeRules Rules,
    DeadlineRuleBook Book,
    PlaceDays Place,
    PlaceDays FictionPlace,
    NotificationFiction? Fiction,
    StepLog? Log)
{
    public DeadlinePolicies Policies => Spec.Policies;

    /// <summary>Whether the data cannot decide some holiday at one of the places.</summary>
    public bool HasDoubtfulDays => Place.HasDoubtfulDays || FictionPlace.HasDoubtfulDays;

    public bool IsService => Spec.Regime == DeadlineRegime.Service;
}
