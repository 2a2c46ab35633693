using NodaTime;

namespace Krm.Analytics.Counting;

/// <summary>Counts cases, or rows of a <c>GROUP BY</c>, into a <see cref="CountCube"/>.</summary>
/// <remarks>
/// Mutable and not thread-safe: give each worker its own builder and merge the cubes. Adding one case costs a few
/// dictionary look-ups and allocates only when a value, cell or period is seen for the first time.
/// </remarks>
public sealed class CountCubeBuilder
{
    /// <summary>The most decimal places an exposure may have.</summary>
    public const int ExposureDecimals = 6;

    /// <summary>The largest exposure of one row.</summary>
    public const decimal LargestExposure = 1_000_000_000_000_000m;

    private readonly CellNumbers _cells;
    private readonly PeriodSums _sums = new();
    private bool? _hasExposure;

    /// <summary>Starts with no cases.</summary>
    /// <param name="plan">What is counted.</param>
    public CountCubeBuilder(CountPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _cells = new CellNumbers(plan.Dimensions.Count);
    }

    /// <summary>What is counted.</summary>
    public CountPlan Plan { get; }

    /// <summary>Counts cases received on one day.</summary>
    /// <param name="day">The day of receipt.</param>
    /// <param name="values">One value for each dimension, in the order of the plan; an empty value is a value of its own.</param>
    /// <param name="count">How many cases, 0 or more; 1 by default.</param>
    /// <param name="exposure">
    /// What the cases came from, 0 or more, at most 6 decimal places and 10¹⁵; given with every row or with none. Exposures
    /// of the same cell and period are added up.
    /// </param>
    /// <exception cref="ArgumentException">The number of values is not the number of dimensions, or only some rows have an exposure.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The count or exposure is negative, or the exposure too large or too precise.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of a 64-bit integer.</exception>
    public void Add(LocalDate day, ReadOnlySpan<string> values, long count = 1, decimal? exposure = null) =>
        Add(CountPeriod.Of(Plan.Period, day), values, count, exposure);

    /// <summary>Counts cases of one period.</summary>
    /// <inheritdoc cref="Add(LocalDate, ReadOnlySpan{string}, long, decimal?)"/>
    /// <param name="period">The period; of the kind of the plan.</param>
    /// <param name="values">One value for each dimension.</param>
    /// <param name="count">How many cases.</param>
    /// <param name="exposure">What the cases came from.</param>
    public void Add(CountPeriod period, ReadOnlySpan<string> values, long count = 1, decimal? exposure = null)
    {
        if (values.Length != Plan.Dimensions.Count)
        {
            throw new ArgumentException($"{values.Length} values given, the plan has {Plan.Dimensions.Count} dimensions.", nameof(values));
        }

        if (period.Kind != Plan.Period)
        {
            throw new ArgumentException($"A {period.Kind} was given, the plan counts by {Plan.Period}.", nameof(period));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(count);
        CheckExposure(exposure);
        _sums.Add(_cells.GetOrAdd(values), period.Number, count, exposure);
    }

    /// <summary>Adds all rows of counts that were made under the same plan.</summary>
    /// <param name="cube">The counts.</param>
    /// <exception cref="CountPlanMismatchException">The plan has another fingerprint.</exception>
    /// <exception cref="ArgumentException">Only one of the two carries an exposure.</exception>
    /// <exception cref="OverflowException">A sum exceeds the range of a 64-bit integer.</exception>
    public void AddAll(CountCube cube)
    {
        ArgumentNullException.ThrowIfNull(cube);
        if (cube.Plan.Fingerprint != Plan.Fingerprint)
        {
            throw new CountPlanMismatchException(Plan, cube.Plan);
        }

        IReadOnlyList<string>? values = null;
        var cell = -1;
        foreach (var row in cube.Rows)
        {
            CheckExposure(row.Exposure);
            if (!ReferenceEquals(values, row.Values))
            {
                // The rows of one cell follow each other and share the list of values.
                values = row.Values;
                cell = _cells.GetOrAdd([.. values]);
            }

            _sums.Add(cell, row.Period.Number, row.Count, row.Exposure);
        }
    }

    /// <summary>The counts so far; the builder can go on counting afterwards.</summary>
    public CountCube Build()
    {
        var (values, order) = _cells.Sort();
        var hasExposure = _hasExposure == true;
        var rows = new List<CountRow>();
        foreach (var (cell, period, count, exposure) in _sums.Enumerate(order))
        {
            rows.Add(new CountRow(values[cell]!, new CountPeriod(Plan.Period, period), count, hasExposure ? exposure : null));
        }

        return new CountCube(Plan, hasExposure, rows);
    }

    private void CheckExposure(decimal? exposure)
    {
        if (exposure is < 0 or > LargestExposure || (exposure is { } amount && decimal.Round(amount, ExposureDecimals) != amount))
        {
            throw new ArgumentOutOfRangeException(
                nameof(exposure), exposure, $"An exposure is 0 to 10^15 with at most {ExposureDecimals} decimal places.");
        }

        if ((_hasExposure ??= exposure is not null) != exposure is not null)
        {
            throw new ArgumentException("An exposure has to be given with every row or with none.", nameof(exposure));
        }
    }
}
