using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>Looks for a slow rise: a rate that grows evenly on the logarithmic scale from some period on.</summary>
internal static class TrendTest
{
    private const int MostSteps = 30;

    /// <summary>Half of the chi-square with one degree of freedom that chance exceeds in one of twenty cases.</summary>
    private const double NoticeableGain = 1.92;

    /// <summary>
    /// The p-value of a rising rate over the whole time: the score test of the mean time of the cases, against growth as is
    /// usual in all cells.
    /// </summary>
    public static double PValue(ReferenceCourse course)
    {
        var (score, information) = Score(course, 0, 0);
        var variance = information * ((course.Dispersion(0, 0) * course.NoiseOfWeights) + (information * course.UsualSlopeVariance));
        return variance <= 0 ? 1 : ExactTails.NormalUpper(score / Math.Sqrt(variance));
    }

    /// <summary>
    /// The growth per period outside a window [start, end), on the logarithmic scale, and the variance of its estimate; by one
    /// step from no growth.
    /// </summary>
    public static (double Slope, double Variance) Estimate(ReferenceCourse course, int start, int end)
    {
        var (score, information) = Score(course, start, end);
        return information <= 0
            ? (0, double.PositiveInfinity)
            : (score / information, course.Dispersion(start, end) * course.NoiseOfWeights / information);
    }

    /// <summary>How much later than their weights the cases outside the window came, and its variance for Poisson counts.</summary>
    private static (double Score, double Information) Score(ReferenceCourse course, int start, int end)
    {
        var mean = 0.0;
        var square = 0.0;
        var observed = 0.0;
        var all = course.Weight(0, course.Length) - course.Weight(start, end);
        var total = course.Total - course.Observed(start, end);
        for (var i = 0; i < course.Length; i++)
        {
            if (i >= start && i < end)
            {
                continue;
            }

            var weight = course.Weights[i] / all;
            mean += weight * i;
            square += weight * i * i;
            observed += (double)course.Counts[i] * i;
        }

        return (observed - (total * mean), total * (square - (mean * mean)));
    }

    /// <summary>
    /// Whether the rise is spread over the whole time, as Mann–Kendall sees it on sums over some periods: a single step or
    /// peak does not pass.
    /// </summary>
    public static bool IsMonotone(ReferenceCourse course)
    {
        const int Parts = 10;
        const double Level = 0.02;
        if (course.Length < 2 * Parts)
        {
            return false;
        }

        var rates = new double[Parts];
        for (var part = 0; part < Parts; part++)
        {
            var (start, end) = (part * course.Length / Parts, (part + 1) * course.Length / Parts);
            rates[part] = course.Observed(start, end) / Math.Max(course.Weight(start, end), 1e-9);
        }

        var trend = MonotoneTrend.Test(rates);
        return trend.Tau > 0 && trend.PValue < Level;
    }

    /// <summary>
    /// The best rise: its start, slope per period and log likelihood ratio. A start after the first period is given only where
    /// it explains noticeably more than a rise over the whole time, which otherwise stands for it.
    /// </summary>
    public static (int Start, double Slope, double LogLikelihoodRatio) Fit(ReferenceCourse course)
    {
        var whole = Better((Start: 0, Slope: 0.0, LogLikelihoodRatio: 0.0), course, 0);
        var best = whole;
        var last = course.Length * 3 / 4;
        var stride = Math.Max(1, course.Length / 60);
        for (var start = stride; start <= last; start += stride)
        {
            best = Better(best, course, start);
        }

        var coarse = best.Start;
        for (var start = Math.Max(0, coarse - stride); start <= Math.Min(last, coarse + stride); start++)
        {
            best = Better(best, course, start);
        }

        var dispersion = course.Explain(Growth(course.Length, best.Start, best.Slope)).Dispersion(0, 0);
        var isNoticeable = best.LogLikelihoodRatio - whole.LogLikelihoodRatio >= NoticeableGain * dispersion;
        return whole.Slope > 0 && !isNoticeable ? whole with { LogLikelihoodRatio = best.LogLikelihoodRatio } : best;
    }

    /// <summary>By what a rise multiplies each period.</summary>
    public static double[] Growth(int length, int start, double slope)
    {
        var growth = new double[length];
        for (var i = 0; i < length; i++)
        {
            growth[i] = Math.Exp(slope * Math.Max(0, i - start));
        }

        return growth;
    }

    private static (int Start, double Slope, double LogLikelihoodRatio) Better(
        (int Start, double Slope, double LogLikelihoodRatio) best, ReferenceCourse course, int start)
    {
        var (slope, ratio) = FitFrom(course, start);
        return slope > 0 && ratio > best.LogLikelihoodRatio ? (start, slope, ratio) : best;
    }

    private static (double Slope, double LogLikelihoodRatio) FitFrom(ReferenceCourse course, int start)
    {
        var moment = 0.0;
        for (var i = start; i < course.Length; i++)
        {
            moment += (double)course.Counts[i] * (i - start);
        }

        var slope = 0.0;
        var all = course.Weight(0, course.Length);
        var sum = all;
        for (var step = 0; step < MostSteps; step++)
        {
            sum = course.Weight(0, start);
            var first = 0.0;
            var second = 0.0;
            var growth = Math.Exp(slope);
            var factor = 1.0;
            for (var i = start; i < course.Length; i++)
            {
                var distance = (double)(i - start);
                var weight = course.Weights[i] * factor;
                factor *= growth;
                sum += weight;
                first += weight * distance;
                second += weight * distance * distance;
            }

            var information = course.Total * ((second / sum) - (first / sum * (first / sum)));
            if (information <= 0)
            {
                break;
            }

            var limit = 2.0 / Math.Max(1, course.Length - start);
            var change = Math.Clamp((moment - (course.Total * first / sum)) / information, -limit, limit);
            slope += change;
            if (Math.Abs(change) < limit * 1e-4)
            {
                break;
            }
        }

        return (slope, (slope * moment) - (course.Total * Math.Log(sum / all)));
    }
}
