using NodaTime;

namespace Krm.Calendar.Deadlines.Serialization;

/// <summary>What a recorded deadline says of its input and result.</summary>
internal readonly record struct RecordedDeadline(DeadlineSpec Spec, LocalDate? LastDay, string Fingerprint);
