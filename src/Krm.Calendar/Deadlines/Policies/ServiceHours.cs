using NodaTime;

namespace Krm.Calendar.Deadlines.Policies;

/// <summary>The hours of a working day in which an office serves.</summary>
/// <param name="Opening">Start, inclusive.</param>
/// <param name="Closing">End, exclusive; later than <paramref name="Opening"/>.</param>
public readonly record struct ServiceHours(LocalTime Opening, LocalTime Closing);
