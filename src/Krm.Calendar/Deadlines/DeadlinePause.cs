using NodaTime;

namespace Krm.Calendar.Deadlines;

/// <summary>Days on which the clock stands still, for example while the citizen is asked for documents.</summary>
/// <param name="Start">First day that does not count.</param>
/// <param name="End">Last day that does not count, inclusive; null while the pause goes on: then there is no due date yet.</param>
public readonly record struct DeadlinePause(LocalDate Start, LocalDate? End);
