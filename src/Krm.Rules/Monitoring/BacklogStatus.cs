namespace Krm.Rules.Monitoring;

/// <summary>How the duties of a whole backlog stand at a moment.</summary>
/// <remarks>Mergeable: the status of two parts added up is the status of the whole.</remarks>
public sealed class BacklogStatus
{
    private readonly long[] _counts;

    internal BacklogStatus(long cases, long[] counts)
    {
        Cases = cases;
        _counts = counts;
    }

    /// <summary>Number of cases looked at.</summary>
    public long Cases { get; }

    /// <summary>Number of duties in the given state.</summary>
    public long Count(DutyState state) => _counts[(int)state];

    /// <summary>This status and another one of other cases at the same moment.</summary>
    public BacklogStatus Add(BacklogStatus other) =>
        new(Cases + Guard.NotNull(other).Cases, [.. _counts.Zip(other._counts, (mine, theirs) => mine + theirs)]);
}
