using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Deadlines;

/// <summary>Everything a deadline (Frist) is computed from; a <see cref="DeadlineCalculator"/> turns it into a <see cref="Deadline"/>.</summary>
/// <remarks>
/// Immutable; compares by content; <c>with</c> makes variants. Nothing is checked here: the calculator refuses
/// contradictory or missing input with all problems at once (<see cref="DeadlineSpecException"/>).
/// </remarks>
/// <param name="Regime">The law by which the period is computed.</param>
/// <param name="EventDay">Day of the event, posting, sending, notice or provision; for a backward period the day before which it runs.</param>
/// <param name="Land">The Land of the authority or court.</param>
/// <param name="Period">The period; null for an appointment or a named day.</param>
public sealed record DeadlineSpec(DeadlineRegime Regime, LocalDate EventDay, Bundesland Land, DeadlinePeriod? Period)
{
    // Declared by their own type so that the record compares the content of the lists.
    private readonly ValueList<DeadlinePause> _pauses = ValueList<DeadlinePause>.Empty;
    private readonly ValueList<LocalDate> _closures = ValueList<LocalDate>.Empty;

    /// <summary>What happened on the day. Default: an event, whose day does not count.</summary>
    public DeadlineEventKind Kind { get; init; }

    /// <summary>Time of the event in Germany, to the minute; needed for periods in hours and for a cut-off. Default null.</summary>
    public LocalTime? EventTime { get; init; }

    /// <summary>Whether the period runs from the event (default) or up to it.</summary>
    public DeadlineDirection Direction { get; init; }

    /// <summary>What the period is for. Default null: a mere duration after <see cref="DeadlineEventKind.DayStart"/> in substantive law, else an act.</summary>
    public DeadlinePurpose? Purpose { get; init; }

    /// <summary>Municipality of the authority, which decides municipal holidays. Default null: unknown.</summary>
    public MunicipalityKey? Municipality { get; init; }

    /// <summary>Land of the recipient. Default null: the same place as the authority.</summary>
    public Bundesland? RecipientLand { get; init; }

    /// <summary>Municipality of the recipient; needs <see cref="RecipientLand"/>. Default null.</summary>
    public MunicipalityKey? RecipientMunicipality { get; init; }

    /// <summary>The named day of an appointment or of a deadline on a fixed day. Default null.</summary>
    public NamedDay? NamedDay { get; init; }

    /// <summary>Whether the person was told that the named day stays even on a free day (§ 31 Abs. 3 Satz 2 VwVfG). Default false.</summary>
    public bool HasNotice { get; init; }

    /// <summary>Day of the proven actual receipt, for notification fictions. Default null: not proven.</summary>
    public LocalDate? ActualReceipt { get; init; }

    /// <summary>An extension. Default null.</summary>
    public DeadlineExtension? Extension { get; init; }

    /// <summary>Times during which the clock stands still; may overlap; at most 1,000. Default none. Copied when set.</summary>
    /// <exception cref="ArgumentNullException">Set to null.</exception>
    public IReadOnlyList<DeadlinePause> Pauses
    {
        get => _pauses;
        init => _pauses = ValueList<DeadlinePause>.Copy(Guard.NotNull(value));
    }

    /// <summary>Days on which the office is closed, for service targets; at most 10,000. Default none. Copied when set.</summary>
    /// <exception cref="ArgumentNullException">Set to null.</exception>
    public IReadOnlyList<LocalDate> Closures
    {
        get => _closures;
        init => _closures = ValueList<LocalDate>.Copy(Guard.NotNull(value));
    }

    /// <summary>Time after which a receipt counts for the next working day (Annahmeschluss); a receipt at that minute is in time. For service targets. Default null.</summary>
    public LocalTime? CutOff { get; init; }

    /// <summary>Working days before the last day on which to remind (Vorfrist), 1 to 1,000. Default null: no reminder.</summary>
    public int? ReminderWorkingDays { get; init; }

    /// <summary>Answers to open questions. Default: case law.</summary>
    public DeadlinePolicies Policies { get; init; } = DeadlinePolicies.Default;
}
