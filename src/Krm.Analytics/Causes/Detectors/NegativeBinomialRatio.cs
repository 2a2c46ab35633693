namespace Krm.Analytics.Causes.Detectors;

/// <summary>The stretch up to now in which negative binomial counts differ most from their expectation.</summary>
internal static class NegativeBinomialRatio
{
    private const int MostSteps = 100;
    private const double SmallestLogRatio = -18;

    public static (double Statistic, int Change) Maximize(
        int[] counts, double[] means, int oldest, int now, ChangeDirection direction, double alpha)
    {
        var best = 0.0;
        var change = now;
        var sign = direction == ChangeDirection.Increase ? 1 : -1;
        for (var start = now; start >= oldest; start--)
        {
            // The score at no change says at once on which side the maximum lies.
            if (sign * Score(counts, means, start, now, 0, alpha).Score <= 0)
            {
                continue;
            }

            var statistic = LogLikelihood(counts, means, start, now, Solve(counts, means, start, now, alpha), alpha);
            if (statistic > best)
            {
                best = statistic;
                change = start;
            }
        }

        return (best, change);
    }

    private static double Solve(int[] counts, double[] means, int start, int now, double alpha)
    {
        var sum = 0.0;
        var expected = 0.0;
        for (var i = start; i <= now; i++)
        {
            sum += counts[i];
            expected += means[i];
        }

        var logRatio = Math.Max(SmallestLogRatio, Math.Log(sum / expected));
        for (var step = 0; step < MostSteps && logRatio > SmallestLogRatio; step++)
        {
            var (score, information) = Score(counts, means, start, now, logRatio, alpha);
            var next = logRatio + Math.Clamp(score / information, -1, 1);
            if (Math.Abs(next - logRatio) < 1e-10)
            {
                return next;
            }

            logRatio = next;
        }

        return logRatio;
    }

    private static (double Score, double Information) Score(int[] counts, double[] means, int start, int now, double logRatio, double alpha)
    {
        var ratio = Math.Exp(logRatio);
        var score = 0.0;
        var information = 0.0;
        for (var i = start; i <= now; i++)
        {
            var mean = ratio * means[i];
            var denominator = 1 + (alpha * mean);
            score += (counts[i] - mean) / denominator;
            information += mean * (1 + (alpha * counts[i])) / (denominator * denominator);
        }

        return (score, information);
    }

    private static double LogLikelihood(int[] counts, double[] means, int start, int now, double logRatio, double alpha)
    {
        var ratio = Math.Exp(logRatio);
        var sum = 0.0;
        for (var i = start; i <= now; i++)
        {
            sum += (logRatio * counts[i])
                + ((counts[i] + (1 / alpha)) * Math.Log((1 + (alpha * means[i])) / (1 + (alpha * means[i] * ratio))));
        }

        return sum;
    }
}
