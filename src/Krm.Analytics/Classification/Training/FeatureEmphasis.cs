namespace Krm.Analytics.Classification.Training;

/// <summary>Lifts features that tell categories apart and lowers those that occur in all alike.</summary>
/// <remarks>
/// A feature's factor is a power of how far its distribution over the categories, each taken as equally frequent, lies from
/// even (Kullback-Leibler divergence), smoothed towards even for rare features.
/// </remarks>
internal static class FeatureEmphasis
{
    private const double Smoothing = 2;
    private const double LeastDivergence = 1e-9;

    /// <summary>One factor a feature, their mean square 1.</summary>
    /// <param name="rows">The texts as vectors.</param>
    /// <param name="labels">For each text the number of its category.</param>
    /// <param name="categoryCount">Number of categories.</param>
    /// <param name="texts">The texts to learn from.</param>
    /// <param name="power">0 leaves all features alike, 1 is the divergence itself.</param>
    public static float[] Compute(SparseRows rows, int[] labels, int categoryCount, ReadOnlySpan<int> texts, double power)
    {
        var counts = new int[rows.FeatureCount * categoryCount];
        var sizes = new int[categoryCount];
        foreach (var text in texts)
        {
            var label = labels[text];
            sizes[label]++;
            foreach (var feature in rows.IndicesOf(text))
            {
                counts[(feature * categoryCount) + label]++;
            }
        }

        var factors = new float[rows.FeatureCount];
        var squares = 0.0;
        var shares = new double[categoryCount];
        for (var feature = 0; feature < factors.Length; feature++)
        {
            var divergence = Divergence(counts.AsSpan(feature * categoryCount, categoryCount), sizes, shares);
            factors[feature] = (float)Math.Pow(divergence, power);
            squares += factors[feature] * factors[feature];
        }

        var scale = (float)(1 / Math.Sqrt(squares / Math.Max(1, factors.Length)));
        foreach (ref var factor in factors.AsSpan())
        {
            factor *= scale;
        }

        return factors;
    }

    private static double Divergence(ReadOnlySpan<int> counts, int[] sizes, double[] shares)
    {
        var total = 0;
        var sum = 0.0;
        for (var category = 0; category < shares.Length; category++)
        {
            total += counts[category];
            shares[category] = sizes[category] == 0 ? 0 : (double)counts[category] / sizes[category];
            sum += shares[category];
        }

        var even = 1.0 / shares.Length;
        var divergence = Math.Log(shares.Length);
        foreach (var share in shares)
        {
            var smoothed = ((sum == 0 ? even : share / sum * total) + (Smoothing * even)) / (total + Smoothing);
            smoothed = sum == 0 ? even : smoothed;
            divergence += smoothed * Math.Log(smoothed);
        }

        return Math.Max(divergence, LeastDivergence);
    }
}
