namespace Krm.Analytics.Causes.Detectors;

/// <summary>A robust log-linear model of the usual course of a series: level, trend and the course of the year.</summary>
/// <remarks>
/// Quasi-Poisson regression on time and two harmonics by iteratively reweighted least squares on the normal equations;
/// periods far above the fit lose weight, as in Farrington et al. (1996), so that past outbreaks do not raise the
/// expectation. Immutable and thread-safe after the fit; cost linear in the length of the history.
/// </remarks>
internal sealed class SeasonalExpectation : IPeriodExpectation
{
    private const int MostSteps = 12;
    private const double Tolerance = 1e-6;
    private const double ReweightThreshold = 2.58;
    private const double LargestPredictor = 25;

    private readonly double[] _coefficients;
    private readonly double[,] _covariance;
    private readonly double _origin;
    private readonly double _scale;
    private readonly double _period;

    private SeasonalExpectation(double[] coefficients, double[,] covariance, double dispersion, double origin, double scale, double period)
    {
        _coefficients = coefficients;
        _covariance = covariance;
        Dispersion = dispersion;
        _origin = origin;
        _scale = scale;
        _period = period;
    }

    /// <summary>Variance by mean, at least 1.</summary>
    public double Dispersion { get; }

    /// <summary>Fits the periods [start, end); terms for trend and season only where the history is long enough for them.</summary>
    public static SeasonalExpectation Fit(ReadOnlySpan<int> counts, ReadOnlySpan<double> exposure, int start, int end, double period) =>
        Fit(counts, exposure, start, end, period, []);

    /// <summary>The same without some periods, given as runs [start, end).</summary>
    public static SeasonalExpectation Fit(
        ReadOnlySpan<int> counts, ReadOnlySpan<double> exposure, int start, int end, double period, IReadOnlyList<(int Start, int End)> leftOut)
    {
        var length = end - start;
        var terms = length < period ? 1 : length < 1.9 * period ? 2 : length < 2.9 * period ? 4 : 6;
        var origin = start + (0.5 * length);
        var scale = Math.Max(1, 0.5 * length);
        var design = new double[length * terms];
        for (var i = 0; i < length; i++)
        {
            FillRow(design.AsSpan(i * terms, terms), start + i, origin, scale, period);
        }

        var priors = new double[length];
        Array.Fill(priors, 1);
        foreach (var run in leftOut)
        {
            Array.Clear(priors, run.Start - start, run.End - run.Start);
        }

        var solver = new HarmonicSolver(design, terms, counts[start..end], exposure[start..end], priors);
        solver.Solve(MostSteps, Tolerance);
        if (solver.Reweight(ReweightThreshold))
        {
            solver.Solve(MostSteps, Tolerance);
        }

        return new SeasonalExpectation(solver.Coefficients, solver.Covariance, Math.Max(1, solver.Dispersion), origin, scale, period);
    }

    /// <summary>The expected count of one period, and the variance of its logarithm.</summary>
    public (double Mean, double LogVariance) Predict(int index, double exposure) => Predict(index, exposure, index);

    /// <summary>The same with the trend held at another period.</summary>
    public (double Mean, double LogVariance) Predict(int index, double exposure, double trendIndex)
    {
        Span<double> row = stackalloc double[_coefficients.Length];
        FillRow(row, index, _origin, _scale, _period);
        if (row.Length > 1)
        {
            row[1] = (trendIndex - _origin) / _scale;
        }

        var predictor = 0.0;
        var variance = 0.0;
        for (var i = 0; i < row.Length; i++)
        {
            predictor += row[i] * _coefficients[i];
            for (var j = 0; j < row.Length; j++)
            {
                variance += row[i] * row[j] * _covariance[i, j];
            }
        }

        return (exposure * Math.Exp(Math.Clamp(predictor, -LargestPredictor, LargestPredictor)), variance * Dispersion);
    }

    /// <summary>The course of the year alone: expected by the mean of the year at the same level and trend; 1 without a season.</summary>
    public double SeasonalFactor(int index)
    {
        Span<double> row = stackalloc double[_coefficients.Length];
        FillRow(row, index, _origin, _scale, _period);
        var predictor = 0.0;
        for (var i = 2; i < row.Length; i++)
        {
            predictor += row[i] * _coefficients[i];
        }

        return Math.Exp(predictor);
    }

    private static void FillRow(Span<double> row, int index, double origin, double scale, double period)
    {
        row[0] = 1;
        if (row.Length > 1)
        {
            row[1] = (index - origin) / scale;
        }

        if (row.Length <= 2)
        {
            return;
        }

        // Higher harmonics follow from the first by the sum of angles.
        var (sine, cosine) = Math.SinCos(2 * Math.PI * index / period);
        (row[2], row[3]) = (cosine, sine);
        for (var i = 4; i < row.Length; i += 2)
        {
            row[i] = (row[i - 2] * cosine) - (row[i - 1] * sine);
            row[i + 1] = (row[i - 1] * cosine) + (row[i - 2] * sine);
        }
    }
}
