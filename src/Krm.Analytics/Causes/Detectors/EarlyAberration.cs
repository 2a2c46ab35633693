using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Detectors;

/// <summary>EARS C1, C2 and C3 for series too short for any model of the year.</summary>
/// <remarks>
/// Fricker, Hegler and Dunfee (2008, Statist. Med. 27, 3407): the count against mean and standard deviation of the seven
/// periods before (C1), the seven before the last two (C2), and the excess of C2 over three periods (C3). Pure and
/// thread-safe; constant time a period.
/// </remarks>
public static class EarlyAberration
{
    private const int Baseline = 7;
    private const int Lag = 2;

    /// <summary>Scores the periods from <paramref name="from"/> to the end.</summary>
    /// <param name="counts">The series, oldest first; none negative.</param>
    /// <param name="method">1, 2 or 3.</param>
    /// <param name="from">The first period scored; at least 7 for C1, 9 for C2, 11 for C3.</param>
    /// <param name="alpha">One-sided probability of an alarm without a cause; above 0, below ½; 0.001 by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public static IReadOnlyList<PeriodScore> Score(IReadOnlyList<int> counts, int method, int from, double alpha = 0.001)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfLessThan(method, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(method, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(from, FirstScorable(method));
        CheckAlpha(alpha);
        SeriesGuard.Check(counts, null);
        var limit = ExactTails.NormalDeviate(alpha);
        var scores = new PeriodScore[Math.Max(0, counts.Count - from)];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = ScoreOne(counts, from + i, method, limit);
        }

        return scores;
    }

    /// <summary>The first period a method can score.</summary>
    /// <param name="method">1, 2 or 3.</param>
    public static int FirstScorable(int method) => method == 1 ? Baseline : method == 2 ? Baseline + Lag : Baseline + Lag + 2;

    internal static void CheckAlpha(double alpha)
    {
        if (!(alpha > 0 && alpha < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha lies between 0 and 0.5.");
        }
    }

    private static PeriodScore ScoreOne(IReadOnlyList<int> counts, int now, int method, double limit)
    {
        var (mean, deviation) = Describe(counts, now - (method == 1 ? 0 : Lag));
        var carried = 0.0;
        if (method == 3)
        {
            // What C2 had in excess of one standard deviation in the two periods before.
            for (var i = now - 2; i < now; i++)
            {
                var (earlier, spread) = Describe(counts, i - Lag);
                carried += Math.Max(0, ((counts[i] - earlier) / spread) - 1);
            }
        }

        var deviate = method == 3
            ? carried + Math.Max(0, ((counts[now] - mean) / deviation) - 1)
            : (counts[now] - mean) / deviation;
        var upper = mean + (deviation * (method == 3 ? limit + 1 - carried : limit));
        return new PeriodScore(now, counts[now], mean, Math.Max(0, upper), ExactTails.NormalUpper(deviate), deviate > limit);
    }

    /// <summary>Mean and standard deviation of the seven periods before; a spread of 0 is taken as that of a rare event.</summary>
    private static (double Mean, double Deviation) Describe(IReadOnlyList<int> counts, int end)
    {
        var sum = 0.0;
        var squares = 0.0;
        for (var i = end - Baseline; i < end; i++)
        {
            sum += counts[i];
            squares += (double)counts[i] * counts[i];
        }

        var mean = sum / Baseline;
        var variance = (squares - (sum * mean)) / (Baseline - 1);
        return (mean, Math.Sqrt(Math.Max(variance, Math.Max(mean, 1.0 / Baseline) * 0.5)));
    }
}
