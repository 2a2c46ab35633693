using Krm.Analytics.Effects;
using MathNet.Numerics.Distributions;

namespace Krm.Analytics.Tests.Effects;

/// <summary>Invents weekly series around a measure whose true effect is known.</summary>
internal static class MeasureSimulation
{
    /// <summary>Makes one series.</summary>
    /// <param name="random">Source of chance; a seed makes the series repeatable.</param>
    /// <param name="rateRatio">The true effect.</param>
    /// <param name="startsAtPeak">Whether the measure is taken right after the highest four weeks of half a year.</param>
    public static MeasuredSeries Make(Random random, double rateRatio, bool startsAtPeak)
    {
        var mean = new[] { 3.0, 8, 25 }[random.Next(3)];
        var amplitude = new[] { 0, 0.4 }[random.Next(2)];
        var trend = new[] { -0.15, 0, 0.15 }[random.Next(3)] / 52;
        var theta = new[] { 3.0, 10, double.PositiveInfinity }[random.Next(3)];
        var phase = random.NextDouble() * 2 * Math.PI;
        var weeks = random.Next(130, 200);
        var expected = Enumerable.Range(0, weeks)
            .Select(week => mean * Math.Exp((trend * week) + (amplitude * Math.Sin((2 * Math.PI * week / 52) + phase))))
            .ToArray();
        var counts = expected.Select(one => Draw(random, one, theta)).ToArray();
        var start = random.Next(90, weeks - 26);
        if (startsAtPeak)
        {
            start = Enumerable.Range(84, 26)
                .MaxBy(last => Enumerable.Range(last - 4, 4).Sum(week => counts[week] / expected[week]));
        }

        for (var week = start; week < weeks; week++)
        {
            counts[week] = Draw(random, expected[week] * rateRatio, theta);
        }

        return new MeasuredSeries(counts, start, 52);
    }

    private static long Draw(Random random, double mean, double theta)
    {
        var rate = double.IsPositiveInfinity(theta) ? mean : Gamma.Sample(random, theta, theta / mean);
        return rate <= 0 ? 0 : Poisson.Sample(random, rate);
    }
}
