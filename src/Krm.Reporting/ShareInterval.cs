namespace Krm.Reporting;

/// <summary>A share with its 95 % confidence interval.</summary>
/// <param name="Share">The share, 0 to 1.</param>
/// <param name="Low">Lower bound of the interval, 0 to <paramref name="Share"/>.</param>
/// <param name="High">Upper bound of the interval, <paramref name="Share"/> to 1.</param>
public readonly record struct ShareInterval(double Share, double Low, double High)
{
    private const double NormalQuantile975 = 1.959963984540054;

    private static readonly double[] Steps = [.01, .02, .05, .1, .2, .5];

    /// <summary>The share of hits, so coarse that nobody can tell a small number of hits or misses from it.</summary>
    /// <remarks>
    /// The share is rounded to the nearest step, its bounds outwards. The step is the smallest of 1, 2, 5, 10, 20, 50 % that stands for at least
    /// <paramref name="smallestCount"/> trials. So 100 % may hide a few misses, and 98 % one to many.
    /// </remarks>
    /// <param name="hits">Number of hits, 0 to <paramref name="total"/>.</param>
    /// <param name="total">Number of trials, 0 or more.</param>
    /// <param name="smallestCount">How many trials a step of the rounding stands for at least, 1 or more.</param>
    /// <returns>The share and its 95 % interval, or <see langword="null"/> where half of the trials are fewer than that.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ShareInterval? Careful(long hits, long total, int smallestCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallestCount, 1);
        if (StepFor(total, smallestCount) is not { } step)
        {
            return null;
        }

        // The bounds follow from the rounded share, so that they tell no more than it does.
        var share = Round((double)hits / total, step);
        var interval = Wilson((long)Math.Round(share * total, MidpointRounding.AwayFromZero), total);
        return new ShareInterval(
            share,
            Math.Clamp(Math.Round(Math.Floor((interval.Low / step) + 1e-9) * step, 2), 0, share),
            Math.Clamp(Math.Round(Math.Ceiling((interval.High / step) - 1e-9) * step, 2), share, 1));
    }

    /// <summary>The finest rounding whose step stands for enough trials; <see langword="null"/> if there is none.</summary>
    internal static double? StepFor(long total, int smallestCount)
    {
        var index = Array.FindIndex(Steps, step => (step * total) + 1e-9 >= smallestCount);
        return index < 0 ? null : Steps[index];
    }

    internal static double Round(double share, double step) =>
        Math.Round(Math.Clamp(Math.Round(share / step, MidpointRounding.AwayFromZero) * step, 0, 1), 2);

    /// <summary>The share of hits with the score interval of Wilson.</summary>
    /// <remarks>
    /// Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference. JASA 22, 209–212.
    /// It keeps its promise for small groups and shares near 1, where the usual interval leaves the range 0 to 1.
    /// </remarks>
    /// <param name="hits">Number of hits, 0 to <paramref name="total"/>.</param>
    /// <param name="total">Number of trials, 1 or more.</param>
    /// <returns>The share and its interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ShareInterval Wilson(long hits, long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, total);

        const double squared = NormalQuantile975 * NormalQuantile975;
        var share = (double)hits / total;
        var center = (share + (squared / (2 * total))) / (1 + (squared / total));
        var half = NormalQuantile975 / (1 + (squared / total))
            * Math.Sqrt((share * (1 - share) / total) + (squared / (4.0 * total * total)));
        return new ShareInterval(share, hits == 0 ? 0 : Math.Max(0, center - half), hits == total ? 1 : Math.Min(1, center + half));
    }
}
