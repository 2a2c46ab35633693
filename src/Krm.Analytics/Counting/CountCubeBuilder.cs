using System.Runtime.InteropServices;
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

    private const decimal MaximumExposure = 1_000_000_000_000_000m;

    private readonly ValueCodes[] _codes;
    private readonly Dictionary<PairKey, int> _cells = [];
    private readonly List<(int Parent, int Code)> _cellParts = [];
    private readonly Dictionary<PairKey, long> _counts = [];
    private readonly Dictionary<PairKey, decimal> _exposures = [];
    private bool? _hasExposure;

    /// <summary>Starts with no cases.</summary>
    /// <param name="plan">What is counted.</param>
    public CountCubeBuilder(CountPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Plan = plan;
        _codes = [.. plan.Dimensions.Select(_ => new ValueCodes())];
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
        if (values.Length != _codes.Length)
        {
            throw new ArgumentException($"{values.Length} values given, the plan has {_codes.Length} dimensions.", nameof(values));
        }

        if (period.Kind != Plan.Period)
        {
            throw new ArgumentException($"A {period.Kind} was given, the plan counts by {Plan.Period}.", nameof(period));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(count);
        CheckExposure(exposure);
        var cell = 0;
        for (var i = 0; i < values.Length; i++)
        {
            cell = GetCell(cell, _codes[i].GetOrAdd(values[i]));
        }

        var key = new PairKey(cell, period.Number);
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
        sum = checked(sum + count);
        if (exposure is { } amount)
        {
            ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(_exposures, key, out _);
            total += amount;
        }
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

        var values = new string[_codes.Length];
        foreach (var row in cube.Rows)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = row.Values[i];
            }

            Add(row.Period, values, row.Count, row.Exposure);
        }
    }

    /// <summary>The counts so far; the builder can go on counting afterwards.</summary>
    public CountCube Build()
    {
        var cells = new string[_cellParts.Count + 1][];
        var rows = new List<CountRow>(_counts.Count);
        foreach (var (key, count) in _counts)
        {
            var exposure = _hasExposure == true ? _exposures[key] : (decimal?)null;
            if (count == 0 && exposure is null or 0)
            {
                continue;
            }

            rows.Add(new CountRow(cells[key.First] ??= GetValues(key.First), new CountPeriod(Plan.Period, key.Second), count, exposure));
        }

        rows.Sort(CompareRows);
        return new CountCube(Plan, _hasExposure == true, rows);
    }

    private static int CompareRows(CountRow left, CountRow right)
    {
        for (var i = 0; i < left.Values.Count && !ReferenceEquals(left.Values, right.Values); i++)
        {
            var order = string.CompareOrdinal(left.Values[i], right.Values[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Period.Number.CompareTo(right.Period.Number);
    }

    private void CheckExposure(decimal? exposure)
    {
        if (exposure is < 0 or > MaximumExposure || (exposure is { } amount && decimal.Round(amount, ExposureDecimals) != amount))
        {
            throw new ArgumentOutOfRangeException(
                nameof(exposure), exposure, $"An exposure is 0 to 10^15 with at most {ExposureDecimals} decimal places.");
        }

        if ((_hasExposure ??= exposure is not null) != exposure is not null)
        {
            throw new ArgumentException("An exposure has to be given with every row or with none.", nameof(exposure));
        }
    }

    private int GetCell(int parent, int code)
    {
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, new PairKey(parent, code), out var exists);
        if (!exists)
        {
            _cellParts.Add((parent, code));
            cell = _cellParts.Count;
        }

        return cell;
    }

    private string[] GetValues(int cell)
    {
        var values = new string[_codes.Length];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            var (parent, code) = _cellParts[cell - 1];
            values[i] = _codes[i][code];
            cell = parent;
        }

        return values;
    }
}
