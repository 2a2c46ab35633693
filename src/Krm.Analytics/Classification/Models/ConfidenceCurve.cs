namespace Krm.Analytics.Classification.Models;

/// <summary>Maps the raw probability of the best category to the share of right answers seen at it; immutable.</summary>
/// <remarks>
/// Isotonic regression over groups of equally many cases, linear between them: Zadrozny and Elkan, Transforming Classifier
/// Scores into Accurate Multiclass Probability Estimates, KDD 2002. Never falls, so the order of cases stays.
/// </remarks>
internal sealed class ConfidenceCurve
{
    private const int MinimumGroupSize = 25;
    private const int MaximumGroups = 32;

    // Groups with equal shares keep a trace of slope, so that surer cases stay surer.
    private const float Trace = 1e-3f;

    /// <param name="raw">Raw probabilities, rising, at least one.</param>
    /// <param name="calibrated">The share of right answers at each, never falling, 0–1.</param>
    public ConfidenceCurve(float[] raw, float[] calibrated)
    {
        Raw = raw;
        Calibrated = calibrated;
    }

    /// <summary>The curve that changes nothing.</summary>
    public static ConfidenceCurve Identity { get; } = new([0, 1], [0, 1]);

    /// <summary>Raw probabilities of the knots, rising.</summary>
    public float[] Raw { get; }

    /// <summary>Calibrated probabilities of the knots, never falling.</summary>
    public float[] Calibrated { get; }

    /// <summary>Fits the curve; too few cases give <see cref="Identity"/>.</summary>
    /// <param name="raw">Raw probability of the best category of each case.</param>
    /// <param name="correct">Whether that category was right.</param>
    public static ConfidenceCurve Fit(ReadOnlySpan<float> raw, ReadOnlySpan<bool> correct)
    {
        if (raw.Length < 4 * MinimumGroupSize)
        {
            return Identity;
        }

        var keys = raw.ToArray();
        var hits = correct.ToArray();
        Array.Sort(keys, hits);
        var groupSize = Math.Max(MinimumGroupSize, (keys.Length + MaximumGroups - 1) / MaximumGroups);
        var pooled = new List<(double Raw, double Correct, int Count, List<double> Places)>();
        for (var start = 0; start < keys.Length; start += groupSize)
        {
            // A short rest joins the last group.
            var end = keys.Length - start < 2 * groupSize ? keys.Length : start + groupSize;
            double sum = 0, right = 0;
            for (var index = start; index < end; index++)
            {
                sum += keys[index];
                right += hits[index] ? 1 : 0;
            }

            Pool(pooled, (sum, right, end - start, [sum / (end - start)]));
            if (end == keys.Length)
            {
                break;
            }
        }

        return FromPools(pooled);
    }

    /// <summary>The calibrated probability, 0–1.</summary>
    /// <param name="raw">Raw probability, 0–1.</param>
    public float Map(float raw)
    {
        for (var knot = 1; knot < Raw.Length; knot++)
        {
            if (raw < Raw[knot])
            {
                var share = (raw - Raw[knot - 1]) / (Raw[knot] - Raw[knot - 1]);
                return Calibrated[knot - 1] + (share * (Calibrated[knot] - Calibrated[knot - 1]));
            }
        }

        return Calibrated[^1];
    }

    private static void Pool(
        List<(double Raw, double Correct, int Count, List<double> Places)> pooled,
        (double Raw, double Correct, int Count, List<double> Places) group)
    {
        while (pooled.Count > 0 && pooled[^1].Correct * group.Count >= group.Correct * pooled[^1].Count)
        {
            var last = pooled[^1];
            pooled.RemoveAt(pooled.Count - 1);
            group = (last.Raw + group.Raw, last.Correct + group.Correct, last.Count + group.Count, [.. last.Places, .. group.Places]);
        }

        pooled.Add(group);
    }

    private static ConfidenceCurve FromPools(List<(double Raw, double Correct, int Count, List<double> Places)> pooled)
    {
        var raw = new List<float>();
        var calibrated = new List<float>();
        foreach (var pool in pooled)
        {
            // Half a case more on either side: certainty is never claimed.
            var share = (float)((pool.Correct + 0.5) / (pool.Count + 1));
            var mean = pool.Raw / pool.Count;
            foreach (var place in pool.Places)
            {
                var value = Math.Clamp(share + ((float)(place - mean) * Trace), 0, 1);
                if (raw.Count > 0 && (float)place <= raw[^1])
                {
                    continue;
                }

                raw.Add((float)place);
                calibrated.Add(calibrated.Count > 0 ? Math.Max(calibrated[^1], value) : value);
            }
        }

        // Beyond the outermost groups the curve runs on almost level.
        raw.Insert(0, 0);
        calibrated.Insert(0, Math.Max(0, calibrated[0] - (raw[1] * Trace)));
        if (raw[^1] < 1)
        {
            calibrated.Add(Math.Min(1, calibrated[^1] + ((1 - raw[^1]) * Trace)));
            raw.Add(1);
        }

        return new ConfidenceCurve([.. raw], [.. calibrated]);
    }
}
