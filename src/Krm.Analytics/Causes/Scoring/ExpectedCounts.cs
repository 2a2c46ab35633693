using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes.Scoring;

/// <summary>The counts a host expects of cells in the usual state, for control charts.</summary>
/// <remarks>Mutable and not thread-safe while it is filled; afterwards only read.</remarks>
public sealed class ExpectedCounts
{
    private readonly Dictionary<string, SortedDictionary<int, double>> _cells = new(StringComparer.Ordinal);

    /// <summary>Adds what is expected of a cell in a period; what is added for the same period adds up.</summary>
    /// <param name="period">The week or month.</param>
    /// <param name="values">One value for each dimension of the plan.</param>
    /// <param name="expected">The expected count, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expected count is not a number above 0.</exception>
    public void Add(CountPeriod period, IReadOnlyList<string> values, double expected)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!(expected > 0) || double.IsInfinity(expected))
        {
            throw new ArgumentOutOfRangeException(nameof(expected), expected, "An expected count is a number above 0.");
        }

        var key = KeyOf(values);
        if (!_cells.TryGetValue(key, out var cell))
        {
            cell = [];
            _cells.Add(key, cell);
        }

        cell[period.Number] = cell.GetValueOrDefault(period.Number) + expected;
    }

    /// <summary>What is expected of a series from the first period with an expectation on; empty if there is none.</summary>
    /// <exception cref="ExposureGapException">A period in between has none.</exception>
    internal (int Start, double[] Means) Of(FinestSeries series)
    {
        if (!_cells.TryGetValue(KeyOf(series.Values), out var cell))
        {
            return (series.Counts.Length, []);
        }

        var start = Math.Max(0, cell.Keys.First() - series.First.Number);
        var means = new double[Math.Max(0, series.Counts.Length - start)];
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = cell.TryGetValue(series.First.Number + start + i, out var mean)
                ? mean
                : throw new ExposureGapException(new CauseCell(series.Values.Select((value, index) => KeyValuePair.Create($"{index + 1}", value))), series.First.Plus(start + i));
        }

        return (start, means);
    }

    /// <summary>Lengths in front make the key of values with any signs in them unambiguous.</summary>
    private static string KeyOf(IReadOnlyList<string> values) => string.Concat(values.Select(value => $"{value.Length}:{value}"));
}
