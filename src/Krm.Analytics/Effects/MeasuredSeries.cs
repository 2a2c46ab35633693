namespace Krm.Analytics.Effects;

/// <summary>(Zeitreihe um eine Maßnahme) Counts of one series before and after a measure.</summary>
/// <remarks>Immutable and thread-safe once made; the lists are copied.</remarks>
public sealed record MeasuredSeries
{
    /// <summary>Makes a series.</summary>
    /// <param name="counts">Cases of each period, not negative, without a missing period, oldest first.</param>
    /// <param name="firstPeriodAfter">Index of the first period in which the measure was in force, from 1 to the number of periods, exclusive.</param>
    /// <param name="periodsPerYear">52 for weeks, 12 for months; at least 1.</param>
    /// <param name="exposure">What the counts are measured against (notices sent, visitors, working days), positive, one a period; null for none.</param>
    /// <param name="control">Counts of a series the measure did not touch, one a period; null for none.</param>
    /// <exception cref="ArgumentException">Lengths differ, a count is negative or an exposure is not positive.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstPeriodAfter"/> or <paramref name="periodsPerYear"/> is out of range.</exception>
    public MeasuredSeries(
        IEnumerable<long> counts, int firstPeriodAfter, int periodsPerYear, IEnumerable<double>? exposure = null,
        IEnumerable<long>? control = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        Counts = [.. counts];
        Exposure = exposure is null ? null : [.. exposure];
        Control = control is null ? null : [.. control];
        FirstPeriodAfter = firstPeriodAfter;
        PeriodsPerYear = periodsPerYear;

        ArgumentOutOfRangeException.ThrowIfLessThan(periodsPerYear, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstPeriodAfter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(firstPeriodAfter, Counts.Count);
        RefuseNegative(Counts, nameof(counts));
        RefuseNegative(Control ?? [], nameof(control));
        RefuseOtherLength(Exposure?.Count, nameof(exposure));
        RefuseOtherLength(Control?.Count, nameof(control));
        for (var period = 0; period < Exposure?.Count; period++)
        {
            if (!(Exposure[period] > 0) || double.IsInfinity(Exposure[period]))
            {
                throw new ArgumentException($"The exposure of period {period} is not a positive number.", nameof(exposure));
            }
        }
    }

    /// <summary>Cases of each period, oldest first.</summary>
    public IReadOnlyList<long> Counts { get; }

    /// <summary>Exposure of each period; null for none.</summary>
    public IReadOnlyList<double>? Exposure { get; }

    /// <summary>Counts of the control series; null for none.</summary>
    public IReadOnlyList<long>? Control { get; }

    /// <summary>Index of the first period in which the measure was in force.</summary>
    public int FirstPeriodAfter { get; }

    /// <summary>52 for weeks, 12 for months.</summary>
    public int PeriodsPerYear { get; }

    private static void RefuseNegative(IReadOnlyList<long> counts, string name)
    {
        for (var period = 0; period < counts.Count; period++)
        {
            if (counts[period] < 0)
            {
                throw new ArgumentException($"The count of period {period} is {counts[period]}; counts are 0 or more.", name);
            }
        }
    }

    private void RefuseOtherLength(int? length, string name)
    {
        if (length is { } given && given != Counts.Count)
        {
            throw new ArgumentException($"{given} values for {Counts.Count} periods; give one a period.", name);
        }
    }
}
