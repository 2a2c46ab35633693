using NodaTime;

namespace Krm.Rules;

/// <summary>What a duty whose period runs in hours has beyond its days.</summary>
/// <param name="Start">Time of the day on which the period starts, on the clock in Germany.</param>
/// <param name="End">The first moment at which the duty is late; <c>null</c> while a pause goes on.</param>
internal sealed record DutyHours(LocalTime Start, Instant? End);
