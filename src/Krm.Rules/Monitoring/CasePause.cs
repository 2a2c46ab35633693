using NodaTime;

namespace Krm.Rules.Monitoring;

/// <summary>Days on which the clock of a case stands still, for example while documents are missing (Ruhen).</summary>
/// <remarks>
/// Stops service targets and BGB periods that run forward, other than "at once". The periods of other laws run on, whatever
/// the office waits for.
/// </remarks>
/// <param name="Start">First day that does not count.</param>
/// <param name="End">Last day that does not count, inclusive; <c>null</c> while the pause goes on.</param>
/// <param name="Duty">The duty it is limited to; <c>null</c> for all duties of the case.</param>
/// <param name="Reason">German reason; may be empty.</param>
public sealed record CasePause(LocalDate Start, LocalDate? End, string? Duty = null, string Reason = "")
{
    /// <summary>Whether the pause touches the duty.</summary>
    public bool Concerns(string duty) => Duty is null || Duty == duty;

    /// <summary>Whether the clock stands still on the day.</summary>
    public bool Covers(LocalDate day) => Start <= day && !(End < day);
}
