using NodaTime;

namespace Krm.Calendar.Deadlines;

/// <summary>The dates of a deadline before they are put together with its steps.</summary>
internal readonly record struct DeadlineOutcome(
    LocalDate? DeemedDay,
    LocalDate? RawEnd,
    LocalDate? LastDay,
    Instant? EndInstant,
    LocalDate? ReminderDay,
    DeadlineConfidence Confidence);
