namespace Krm.Analytics.Causes.Detectors;

/// <summary>The stretch up to now in which Poisson counts differ most from their expectation.</summary>
internal static class PoissonRatio
{
    public static (double Statistic, int Change) Maximize(int[] counts, double[] means, int oldest, int now, ChangeDirection direction)
    {
        var isIncrease = direction == ChangeDirection.Increase;
        var best = 0.0;
        var change = now;
        var sum = 0.0;
        var expected = 0.0;
        for (var start = now; start >= oldest; start--)
        {
            sum += counts[start];
            expected += means[start];
            var difference = sum - expected;

            // r·ln r − r + 1 ≤ (r−1)²/2 for r ≥ 1 spares the logarithm of every stretch that cannot win.
            if (isIncrease ? difference <= 0 || difference * difference <= 2 * expected * best : difference >= 0 || sum == 0)
            {
                continue;
            }

            var statistic = (sum * Math.Log(sum / expected)) - difference;
            if (statistic > best)
            {
                best = statistic;
                change = start;
            }
        }

        return (best, change);
    }
}
