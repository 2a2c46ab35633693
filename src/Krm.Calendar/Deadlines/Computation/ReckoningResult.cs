using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>What one pass of the computation found.</summary>
/// <param name="DeemedDay">Day of receipt, where one was worked out.</param>
/// <param name="RawEnd">End before any shift.</param>
/// <param name="LastDay">The last day.</param>
/// <param name="EndInstant">The end to the minute for hours and appointments with a time; null: the end of the last day.</param>
/// <param name="IsOpen">Whether a pause goes on and there is no due date.</param>
/// <param name="Doubts">Open questions met.</param>
internal readonly record struct ReckoningResult(
    LocalDate? DeemedDay,
    LocalDate RawEnd,
    LocalDate LastDay,
    Instant? EndInstant,
    bool IsOpen,
    Doubts Doubts);
