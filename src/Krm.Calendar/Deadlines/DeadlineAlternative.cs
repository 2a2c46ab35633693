using NodaTime;

namespace Krm.Calendar.Deadlines;

/// <summary>Another possible last day, with the reason in German.</summary>
/// <param name="Kind">How to read it.</param>
/// <param name="LastDay">The last day.</param>
/// <param name="Reason">Why it is possible.</param>
public sealed record DeadlineAlternative(AlternativeKind Kind, LocalDate LastDay, string Reason);
