using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Calendar.WorkingDays;
using NodaTime;

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

    /// <summary>The series of one cell around a measure, counted from a cube; working days are the exposure.</summary>
    /// <remarks>
    /// It runs from the first counted period to the last one that is over on <paramref name="asOf"/>; the period of the
    /// measure is the first one after it. Costs one pass over the cube. Pure and thread-safe.
    /// </remarks>
    /// <param name="cube">The counts.</param>
    /// <param name="cell">Which of them; its dimensions are dimensions of the plan. No coordinates for all.</param>
    /// <param name="measure">The day of the measure.</param>
    /// <param name="asOf">The day that is looked at.</param>
    /// <param name="calendar">Whose working days count; null for Mondays to Fridays.</param>
    /// <returns>The series; null where no period before or none after the measure is counted and over.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cube"/> or <paramref name="cell"/> is null.</exception>
    /// <exception cref="ArgumentException">The cell names a dimension the plan does not have.</exception>
    /// <example><code>
    /// var series = MeasuredSeries.TryCount(cube, cause.Cell, measureDate, today, calendar);
    /// Console.WriteLine(series is null ? "noch nicht zu beurteilen" : EffectVerifier.Verify(series).Sentence);
    /// </code></example>
    public static MeasuredSeries? TryCount(
        CountCube cube, CauseCell cell, LocalDate measure, LocalDate asOf, WorkingDayCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(cube);
        ArgumentNullException.ThrowIfNull(cell);
        var wanted = cell.Coordinates.Select(pair => (Index: IndexOf(cube.Plan, pair.Key), pair.Value)).ToArray();
        if (cube.First is not { } first)
        {
            return null;
        }

        // The period of the day looked at is not over, unless that day is its last.
        var length = CountPeriod.Of(cube.Plan.Period, asOf.PlusDays(1)).Number - first.Number;
        var firstAfter = CountPeriod.Of(cube.Plan.Period, measure).Number - first.Number;
        if (firstAfter < 1 || firstAfter >= length)
        {
            return null;
        }

        var counts = new long[length];
        foreach (var row in cube.Rows)
        {
            var period = row.Period.Number - first.Number;
            if (period < length && Array.TrueForAll(wanted, pair => row.Values[pair.Index] == pair.Value))
            {
                counts[period] += row.Count;
            }
        }

        var exposure = PeriodExposure.WorkingDays(first, length, asOf, calendar);
        return new MeasuredSeries(counts, firstAfter, cube.Plan.Period == PeriodKind.Week ? 52 : 12, exposure);
    }

    private static int IndexOf(CountPlan plan, string dimension)
    {
        var index = plan.Dimensions.TakeWhile(name => name != dimension).Count();
        return index < plan.Dimensions.Count
            ? index
            : throw new ArgumentException(
                $"The plan counts by {string.Join(", ", plan.Dimensions)}; the cell names '{dimension}'.", nameof(dimension));
    }

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
