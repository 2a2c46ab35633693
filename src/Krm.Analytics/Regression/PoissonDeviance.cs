using MathNet.Numerics;

namespace Krm.Analytics.Regression;

/// <summary>Deviance and likelihood of counts; an infinite θ is the Poisson model.</summary>
internal static class PoissonDeviance
{
    public static double Of(double[] counts, double[] means, double theta)
    {
        var sum = 0.0;
        for (var row = 0; row < counts.Length; row++)
        {
            var count = counts[row];
            var mean = means[row];
            var own = count > 0 ? count * Math.Log(count / mean) : 0;
            sum += double.IsPositiveInfinity(theta)
                ? own - (count - mean)
                : own - ((count + theta) * Math.Log((count + theta) / (mean + theta)));
        }

        return 2 * sum;
    }

    public static double LogLikelihood(double[] counts, double[] means)
    {
        var sum = 0.0;
        for (var row = 0; row < counts.Length; row++)
        {
            sum += (counts[row] * Math.Log(means[row])) - means[row] - SpecialFunctions.GammaLn(counts[row] + 1);
        }

        return sum;
    }
}
