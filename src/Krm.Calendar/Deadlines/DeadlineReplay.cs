using NodaTime;

namespace Krm.Calendar.Deadlines;

/// <summary>A recorded deadline beside the one computed again from its input.</summary>
/// <param name="RecordedLastDay">The recorded last day; null where it was open.</param>
/// <param name="RecordedFingerprint">The recorded fingerprint.</param>
/// <param name="Recomputed">The deadline by today's rules and data.</param>
public sealed record DeadlineReplay(LocalDate? RecordedLastDay, string RecordedFingerprint, Deadline Recomputed)
{
    /// <summary>Whether the last day is the same.</summary>
    public bool HasSameLastDay => RecordedLastDay == Recomputed.LastDay;

    /// <summary>Whether rules and data are the same.</summary>
    public bool HasSameFingerprint => string.Equals(RecordedFingerprint, Recomputed.Fingerprint, StringComparison.Ordinal);
}
