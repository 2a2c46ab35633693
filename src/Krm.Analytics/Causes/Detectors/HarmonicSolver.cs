namespace Krm.Analytics.Causes.Detectors;

/// <summary>Weighted Poisson regression with few terms by the normal equations; a workspace, not thread-safe.</summary>
internal sealed class HarmonicSolver
{
    private const double Ridge = 1e-9;

    private readonly double[] _design;
    private readonly int _terms;
    private readonly double[] _counts;
    private readonly double[] _exposure;
    private readonly double[] _priors;
    private readonly double[] _means;
    private readonly double[,] _information;
    private readonly double[] _score;

    public HarmonicSolver(double[] design, int terms, ReadOnlySpan<int> counts, ReadOnlySpan<double> exposure, double[] priors)
    {
        _design = design;
        _terms = terms;
        _counts = new double[counts.Length];
        _exposure = exposure.ToArray();
        _priors = priors;
        _means = new double[counts.Length];
        _information = new double[terms, terms];
        _score = new double[terms];
        Coefficients = new double[terms];
        Covariance = new double[terms, terms];
        var sum = 0.0;
        var exposed = 0.0;
        for (var i = 0; i < counts.Length; i++)
        {
            _counts[i] = counts[i];
            sum += counts[i];
            exposed += exposure[i];
        }

        // Half a case keeps the logarithm finite for a series that was empty so far.
        Coefficients[0] = Math.Log((sum + 0.5) / exposed);
    }

    public double[] Coefficients { get; }

    /// <summary>Inverse of the information, without dispersion.</summary>
    public double[,] Covariance { get; }

    /// <summary>Pearson's statistic by degrees of freedom.</summary>
    public double Dispersion { get; private set; } = 1;

    /// <summary>Newton steps until no coefficient moves.</summary>
    public void Solve(int mostSteps, double tolerance)
    {
        for (var step = 0; step < mostSteps; step++)
        {
            Accumulate();
            SmallMatrix.InvertPositive(_information, Covariance);
            var largest = 0.0;
            for (var i = 0; i < _terms; i++)
            {
                var change = 0.0;
                for (var j = 0; j < _terms; j++)
                {
                    change += Covariance[i, j] * _score[j];
                }

                // A step of more than 2 on the logarithmic scale is a sign of sparse counts, not of a better fit.
                change = Math.Clamp(change, -2, 2);
                Coefficients[i] += change;
                largest = Math.Max(largest, Math.Abs(change));
            }

            if (largest < tolerance)
            {
                break;
            }
        }

        UpdateMeans();
        Dispersion = ComputeDispersion();
    }

    /// <summary>Lowers the weight of periods far above the fit; false if there are none.</summary>
    public bool Reweight(double threshold)
    {
        var hasOutbreak = false;
        var root = Math.Sqrt(Math.Max(1, Dispersion));
        for (var i = 0; i < _counts.Length; i++)
        {
            var mean = _means[i];
            var sixth = Math.Pow(mean, 1.0 / 6);
            var residual = 1.5 * ((Math.Pow(_counts[i], 2.0 / 3) / sixth) - (sixth * sixth * sixth)) / root;
            if (residual > threshold && _priors[i] > 0)
            {
                _priors[i] = threshold * threshold / (residual * residual);
                hasOutbreak = true;
            }
        }

        return hasOutbreak;
    }

    private void Accumulate()
    {
        UpdateMeans();

        // The triangle of sums lies packed on the stack: an array of two dimensions costs more than the arithmetic.
        Span<double> information = stackalloc double[_terms * (_terms + 1) / 2];
        information.Clear();
        Array.Clear(_score);
        for (var row = 0; row < _counts.Length; row++)
        {
            var weight = _priors[row] * _means[row];
            var residual = _priors[row] * (_counts[row] - _means[row]);
            var design = _design.AsSpan(row * _terms, _terms);
            var packed = 0;
            for (var i = 0; i < design.Length; i++)
            {
                var weighted = weight * design[i];
                _score[i] += residual * design[i];
                for (var j = 0; j <= i; j++)
                {
                    information[packed++] += weighted * design[j];
                }
            }
        }

        var next = 0;
        for (var i = 0; i < _terms; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                _information[i, j] = _information[j, i] = information[next++] + (i == j ? Ridge : 0);
            }
        }
    }

    private void UpdateMeans()
    {
        for (var row = 0; row < _counts.Length; row++)
        {
            var predictor = 0.0;
            for (var i = 0; i < _terms; i++)
            {
                predictor += _design[(row * _terms) + i] * Coefficients[i];
            }

            _means[row] = _exposure[row] * Math.Exp(Math.Clamp(predictor, -25, 25));
        }
    }

    private double ComputeDispersion()
    {
        var sum = 0.0;
        var weights = 0.0;
        for (var i = 0; i < _counts.Length; i++)
        {
            var difference = _counts[i] - _means[i];
            sum += _priors[i] * difference * difference / _means[i];
            weights += _priors[i];
        }

        return sum / Math.Max(1, weights - _terms);
    }
}
