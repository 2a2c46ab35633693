namespace Krm.Analytics.Causes.Detectors;

/// <summary>The levels of series that share a course over time, each shrunk to those of its siblings: a Gamma–Poisson model.</summary>
/// <remarks>
/// The counts of a series are quasi-Poisson with mean θ · exposure · course; the θ are Gamma distributed. Mean and variance of that
/// distribution are estimated as by Paule and Mandel (1982), the dispersion of the counts from all series together, with less weight
/// for periods far above the fit. A series without a single case has a level above 0, one with many keeps its own:
/// Clayton and Kaldor (1987, Biometrics 43, 671). Immutable; cost: series × periods.
/// </remarks>
internal sealed class PooledLevels
{
    private const int Passes = 3;
    private const double ReweightThreshold = 2.58;
    private const double SmallestVariance = 1e-6;

    private readonly SeasonalExpectation _course;
    private readonly double[] _levels;
    private readonly double[] _logVariances;
    private readonly double _dispersion;

    private PooledLevels(SeasonalExpectation course, double[] levels, double[] logVariances, double dispersion)
    {
        _course = course;
        _levels = levels;
        _logVariances = logVariances;
        _dispersion = dispersion;
    }

    /// <summary>Fits the periods before an index.</summary>
    public static PooledLevels Fit(int[][] counts, double[][] exposures, int end, double periodsPerYear)
    {
        var allCounts = new int[end];
        var allExposures = new double[end];
        for (var time = 0; time < end; time++)
        {
            allCounts[time] = (int)Math.Min(int.MaxValue, counts.Sum(series => (long)series[time]));
            allExposures[time] = exposures.Sum(series => series[time]);
        }

        var course = SeasonalExpectation.Fit(allCounts, allExposures, 0, end, periodsPerYear);
        double[] rates = [.. Enumerable.Range(0, end).Select(time => course.Predict(time, 1).Mean)];
        var levels = new double[counts.Length];
        var variances = new double[counts.Length];
        Array.Fill(levels, double.NaN);
        var dispersion = 1.0;
        for (var pass = 0; pass < Passes; pass++)
        {
            var sums = counts.Select((series, i) => Sum(series, exposures[i], rates, levels[i], dispersion)).ToArray();
            dispersion = Math.Max(1, sums.Sum(sum => sum.Pearson) / Math.Max(1, sums.Sum(sum => sum.Weight) - counts.Length));
            var (mean, variance) = Spread(sums, dispersion);
            for (var i = 0; i < levels.Length; i++)
            {
                var shape = (mean * mean / variance) + (sums[i].Cases / dispersion);
                levels[i] = shape / ((mean / variance) + (sums[i].Expected / dispersion));
                variances[i] = 1 / shape;
            }
        }

        return new PooledLevels(course, levels, variances, dispersion);
    }

    /// <summary>What is usual for one series.</summary>
    public IPeriodExpectation Of(int series) => new Level(this, series);

    /// <summary>Cases and expectation at the common level, and Pearson's statistic at the series' own.</summary>
    private static (double Cases, double Expected, double Weight, double Pearson) Sum(
        int[] counts, double[] exposure, double[] rates, double level, double dispersion)
    {
        var (cases, expected, weights, pearson) = (0.0, 0.0, 0.0, 0.0);
        var own = double.IsNaN(level) ? FirstGuess(counts, exposure, rates) : level;
        for (var time = 0; time < rates.Length; time++)
        {
            var common = exposure[time] * rates[time];
            var mean = own * common;
            var weight = double.IsNaN(level) ? 1 : WeightOf(counts[time], mean, dispersion);
            cases += weight * counts[time];
            expected += weight * common;
            weights += weight;
            pearson += weight * (counts[time] - mean) * (counts[time] - mean) / mean;
        }

        return (cases, expected, weights, pearson);
    }

    /// <summary>One case more than there are on both sides, so that no level is 0.</summary>
    private static double FirstGuess(int[] counts, double[] exposure, double[] rates)
    {
        var (cases, expected) = (1.0, 1.0);
        for (var time = 0; time < rates.Length; time++)
        {
            cases += counts[time];
            expected += exposure[time] * rates[time];
        }

        return cases / expected;
    }

    private static double WeightOf(int count, double mean, double dispersion)
    {
        var sixth = Math.Pow(mean, 1.0 / 6);
        var residual = 1.5 * ((Math.Pow(count, 2.0 / 3) / sixth) - (sixth * sixth * sixth)) / Math.Sqrt(dispersion);
        return residual > ReweightThreshold ? ReweightThreshold * ReweightThreshold / (residual * residual) : 1;
    }

    /// <summary>Mean and variance of the levels: the variance that makes their weighted squares what they should be on average.</summary>
    private static (double Mean, double Variance) Spread((double Cases, double Expected, double Weight, double Pearson)[] sums, double dispersion)
    {
        var (low, high) = (SmallestVariance, 1.0);
        while (Excess(sums, dispersion, high).Excess > 0 && high < 1e6)
        {
            high *= 4;
        }

        if (Excess(sums, dispersion, low).Excess <= 0)
        {
            return (Excess(sums, dispersion, low).Mean, low);
        }

        for (var step = 0; step < 50 && high > 1.0001 * low; step++)
        {
            var middle = Math.Sqrt(low * high);
            (low, high) = Excess(sums, dispersion, middle).Excess > 0 ? (middle, high) : (low, middle);
        }

        return (Excess(sums, dispersion, high).Mean, high);
    }

    private static (double Mean, double Excess) Excess(
        (double Cases, double Expected, double Weight, double Pearson)[] sums, double dispersion, double variance)
    {
        var (weights, weighted) = (0.0, 0.0);
        foreach (var sum in sums)
        {
            var weight = 1 / ((dispersion / sum.Expected) + variance);
            weights += weight;
            weighted += weight * sum.Cases / sum.Expected;
        }

        var mean = Math.Max(weighted / weights, 1e-9);
        var excess = 1.0 - sums.Length;
        foreach (var sum in sums)
        {
            var difference = (sum.Cases / sum.Expected) - mean;
            excess += difference * difference / ((dispersion * mean / sum.Expected) + variance);
        }

        return (mean, excess);
    }

    private sealed class Level(PooledLevels pool, int series) : IPeriodExpectation
    {
        public double Dispersion => pool._dispersion;

        public (double Mean, double LogVariance) Predict(int index, double exposure)
        {
            var (mean, variance) = pool._course.Predict(index, exposure);
            return (pool._levels[series] * mean, variance + pool._logVariances[series]);
        }
    }
}
