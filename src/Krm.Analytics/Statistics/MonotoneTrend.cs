namespace Krm.Analytics.Statistics;

/// <summary>The Mann–Kendall test of a monotone trend, corrected for ties.</summary>
/// <remarks>Kendall (1975); numbers as R's <c>cor.test</c> with time, method Kendall, not exact. Immutable and thread-safe.</remarks>
/// <param name="Tau">Kendall's rank correlation with time (tau-b), −1 to 1; NaN if all values are equal.</param>
/// <param name="Deviate">The normal deviate, without correction for continuity.</param>
/// <param name="PValue">Two-sided p-value.</param>
public sealed record MonotoneTrend(double Tau, double Deviate, double PValue)
{
    /// <summary>Tests a series. Costs time quadratic in its length.</summary>
    /// <param name="values">At least 3 values, oldest first.</param>
    /// <exception cref="ArgumentException">There are fewer than 3 values.</exception>
    public static MonotoneTrend Test(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 3)
        {
            throw new ArgumentException($"{values.Count} values given; a trend needs at least 3.", nameof(values));
        }

        var n = values.Count;
        var score = 0L;
        for (var later = 1; later < n; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                score += values[later].CompareTo(values[earlier]);
            }
        }

        var pairs = n * (n - 1.0) / 2;
        var variance = n * (n - 1.0) * ((2 * n) + 5);
        var tiedPairs = 0.0;
        foreach (var group in values.GroupBy(value => value))
        {
            var size = (double)group.Count();
            variance -= size * (size - 1) * ((2 * size) + 5);
            tiedPairs += size * (size - 1) / 2;
        }

        variance /= 18;
        var deviate = variance <= 0 ? 0 : score / Math.Sqrt(variance);
        return new MonotoneTrend(
            score / (Math.Sqrt(pairs - tiedPairs) * Math.Sqrt(pairs)), deviate, 2 * ExactTails.NormalUpper(Math.Abs(deviate)));
    }
}
