using MathNet.Numerics;

namespace Krm.Analytics.Regression;

/// <summary>Maximum likelihood of θ of the negative binomial for given means (Venables and Ripley, MASS, 2002, § 7.4).</summary>
internal static class NegativeBinomialTheta
{
    /// <summary>An estimate with its standard error; not finite when the counts are not over-dispersed.</summary>
    internal readonly record struct Result(double Theta, double StandardError)
    {
        public static Result Infinite { get; } = new(double.PositiveInfinity, double.NaN);

        public bool IsFinite => !double.IsPositiveInfinity(Theta);
    }

    public static Result Estimate(double[] counts, double[] means, CountRegressionOptions options)
    {
        // R's theta.ml stops at the first step this small and reports the error of the place it stepped from. We step on
        // to full precision but give the same error.
        const double StepOfReportedError = 1.0 / 8192;
        var theta = MomentEstimate(counts, means);
        var error = double.NaN;
        for (var iteration = 0; iteration < options.MaximumIterations; iteration++)
        {
            var (score, information) = Derivatives(counts, means, theta);
            var step = score / information;
            // Newton's step may leave the positive axis; halving keeps the direction.
            while (theta + step <= 0)
            {
                step /= 2;
            }

            if (double.IsNaN(error) && Math.Abs(step) <= StepOfReportedError)
            {
                error = Math.Sqrt(1 / information);
            }

            theta += step;
            if (!(theta < options.MaximumTheta))
            {
                return Result.Infinite;
            }

            if (Math.Abs(step) <= 1e-12 * theta)
            {
                break;
            }
        }

        return new Result(theta, double.IsNaN(error) ? Math.Sqrt(1 / Derivatives(counts, means, theta).Information) : error);
    }

    public static double LogLikelihood(double[] counts, double[] means, double theta)
    {
        if (double.IsPositiveInfinity(theta))
        {
            return PoissonDeviance.LogLikelihood(counts, means);
        }

        var sum = 0.0;
        for (var row = 0; row < counts.Length; row++)
        {
            var count = counts[row];
            var mean = means[row];
            sum += SpecialFunctions.GammaLn(theta + count) - SpecialFunctions.GammaLn(theta)
                - SpecialFunctions.GammaLn(count + 1) + (theta * Math.Log(theta / (mean + theta)))
                + (count > 0 ? count * Math.Log(mean / (mean + theta)) : 0);
        }

        return sum;
    }

    private static double MomentEstimate(double[] counts, double[] means)
    {
        var sum = 0.0;
        for (var row = 0; row < counts.Length; row++)
        {
            var relative = (counts[row] / means[row]) - 1;
            sum += relative * relative;
        }

        return counts.Length / Math.Max(sum, 1e-12);
    }

    private static (double Score, double Information) Derivatives(double[] counts, double[] means, double theta)
    {
        var score = 0.0;
        var information = 0.0;
        var digamma = SpecialFunctions.DiGamma(theta);
        var trigamma = TriGamma.Of(theta);
        for (var row = 0; row < counts.Length; row++)
        {
            var count = counts[row];
            var total = means[row] + theta;
            score += SpecialFunctions.DiGamma(theta + count) - digamma + Math.Log(theta / total) + 1
                - ((count + theta) / total);
            information += -TriGamma.Of(theta + count) + trigamma - (1 / theta) + (2 / total)
                - ((count + theta) / (total * total));
        }

        return (score, Math.Abs(information));
    }
}
