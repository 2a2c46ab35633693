using Krm.Analytics.Causes.Events;
using Krm.Calendar.WorkingDays;

namespace Krm.Analytics.Causes;

/// <summary>How recurring causes are looked for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record CauseDetectorOptions
{
    /// <summary>The options used where none are given.</summary>
    public static CauseDetectorOptions Default { get; } = new();

    /// <summary>The share of false findings that is accepted on average; above 0 and below 1, 0.05 by default.</summary>
    public double FalseDiscoveryRate { get; init; } = 0.05;

    /// <summary>How the false discovery rate is controlled; <see cref="FalseDiscoveryMethod.BenjaminiHochberg"/> by default.</summary>
    public FalseDiscoveryMethod FalseDiscoveryMethod { get; init; }

    /// <summary>
    /// What the administration did and will do that makes people write, such as the mailing of fee notices; none by default. Peaks
    /// that follow the events of one kind are put down to them.
    /// </summary>
    public EventCalendar Events { get; init; } = EventCalendar.Empty;

    /// <summary>The fewest cases a finding may have and an example may come from; at least 1, 5 by default.</summary>
    public int MinimumCellSize { get; init; } = 5;

    /// <summary>
    /// The calendar whose working days are the exposure of a period where the host gives no other;
    /// <see langword="null"/> (default) counts Mondays to Fridays.
    /// </summary>
    public WorkingDayCalendar? Calendar { get; init; }

    /// <summary>
    /// A value that means "none of the others", such as that of cases in no text cluster; cells with it are not looked at.
    /// <see langword="null"/> by default.
    /// </summary>
    public string? ValueOfNone { get; init; }

    /// <summary>How many dimensions a cell may combine at most; at least 1, 3 by default.</summary>
    public int MaximumDepth { get; init; } = 3;

    /// <summary>How many terms and examples a finding has at most; 8 and 3 by default.</summary>
    public int MaximumTerms { get; init; } = 8;

    /// <summary>How many examples a finding has at most; 3 by default.</summary>
    public int MaximumExamples { get; init; } = 3;

    /// <summary>
    /// The findings of an earlier run over the same plan; a finding that continues one of them keeps its id, whatever its
    /// start has become. Empty by default.
    /// </summary>
    public IReadOnlyList<RecurringCause> EarlierFindings { get; init; } = [];

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(EarlierFindings);
        if (!(FalseDiscoveryRate > 0 && FalseDiscoveryRate < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(FalseDiscoveryRate), FalseDiscoveryRate, "The false discovery rate lies between 0 and 1.");
        }

        ArgumentNullException.ThrowIfNull(Events);
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumCellSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaximumDepth, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumTerms);
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumExamples);
    }
}
