namespace Krm.Analytics.Causes.Detectors;

/// <summary>Quasi-Poisson regression of counts on one level for each part of the year and a common slope in time.</summary>
/// <remarks>
/// Iteratively reweighted least squares with the start values, the floor of the mean and the stopping rule of R's
/// <c>glm.fit</c>, so that it takes the same steps. As the levels do not overlap, each step costs time linear in the number of
/// observations. An instance is a workspace for many fits and not thread-safe.
/// </remarks>
internal sealed class SeasonalTrendFit(int capacity, int parts)
{
    private const int MostSteps = 25;
    private const double Tolerance = 1e-8;
    private const double SmallestMean = 2.220446049250313e-16;

    private readonly double[] _levels = new double[parts];
    private readonly double[] _weightSums = new double[parts];
    private readonly double[] _timeSums = new double[parts];
    private readonly double[] _responseSums = new double[parts];
    private readonly double[] _logMeans = new double[capacity];
    private double _timeSquares;
    private bool _hasSlope;

    /// <summary>The number of observations in the arrays below.</summary>
    public int Count { get; set; }

    public double[] Counts { get; } = new double[capacity];

    public double[] Times { get; } = new double[capacity];

    public int[] Parts { get; } = new int[capacity];

    public double[] LogExposures { get; } = new double[capacity];

    /// <summary>Prior weights.</summary>
    public double[] Priors { get; } = new double[capacity];

    public double[] Means { get; } = new double[capacity];

    /// <summary>Working weights of the last step.</summary>
    public double[] Weights { get; } = new double[capacity];

    public double Slope { get; private set; }

    public int DegreesOfFreedom { get; private set; }

    /// <summary>Pearson dispersion with the working weights of the last step.</summary>
    public double Dispersion
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Count; i++)
            {
                var residual = (Counts[i] - Means[i]) / Means[i];
                sum += Weights[i] * residual * residual;
            }

            return sum / DegreesOfFreedom;
        }
    }

    /// <summary>The same sum with the prior weights instead: what R's <c>summary.glm</c> sees after the reweighted fit.</summary>
    public double PriorDispersion
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < Count; i++)
            {
                var residual = (Counts[i] - Means[i]) / Means[i];
                sum += Priors[i] * residual * residual;
            }

            return sum / DegreesOfFreedom;
        }
    }

    /// <summary>Variance of the slope without dispersion.</summary>
    public double SlopeVariance => 1 / _timeSquares;

    /// <summary>Fits; false if the steps did not settle.</summary>
    public bool Fit(bool hasSlope)
    {
        _hasSlope = hasSlope;
        for (var i = 0; i < Count; i++)
        {
            Means[i] = Counts[i] + 0.1;
            _logMeans[i] = CountLogarithm.OfStart(Counts[i]);
        }

        var deviance = Deviance();
        for (var step = 0; step < MostSteps; step++)
        {
            SolveStep();
            Update();
            var next = Deviance();
            if (!double.IsFinite(next))
            {
                return false;
            }

            if (Math.Abs(next - deviance) / (Math.Abs(next) + 0.1) < Tolerance)
            {
                return true;
            }

            deviance = next;
        }

        return false;
    }

    /// <summary>The linear predictor for a part and time, and its variance without dispersion.</summary>
    public (double LogMean, double Variance) Predict(int part, double time, double logExposure)
    {
        var logMean = _levels[part] + (Slope * time) + logExposure;
        var variance = 1 / _weightSums[part];
        if (_hasSlope)
        {
            var distance = time - (_timeSums[part] / _weightSums[part]);
            variance += distance * distance / _timeSquares;
        }

        return (logMean, variance);
    }

    /// <summary>The diagonal of the hat matrix.</summary>
    public double Leverage(int i)
    {
        var part = Parts[i];
        var leverage = 1 / _weightSums[part];
        if (_hasSlope)
        {
            var distance = Times[i] - (_timeSums[part] / _weightSums[part]);
            leverage += distance * distance / _timeSquares;
        }

        return Weights[i] * leverage;
    }

    private void SolveStep()
    {
        Array.Clear(_weightSums);
        Array.Clear(_timeSums);
        Array.Clear(_responseSums);
        for (var i = 0; i < Count; i++)
        {
            var mean = Means[i];
            var weight = Priors[i] * mean;
            Weights[i] = weight;
            var part = Parts[i];
            _weightSums[part] += weight;
            _timeSums[part] += weight * Times[i];
            _responseSums[part] += (weight * (_logMeans[i] - LogExposures[i])) + (Priors[i] * (Counts[i] - mean));
        }

        Slope = 0;
        _timeSquares = 0;
        if (_hasSlope)
        {
            SolveSlope();
        }

        var levels = 0;
        for (var part = 0; part < parts; part++)
        {
            if (_weightSums[part] > 0)
            {
                levels++;
                _levels[part] = (_responseSums[part] - (Slope * _timeSums[part])) / _weightSums[part];
            }
        }

        DegreesOfFreedom = Count - levels - (_hasSlope ? 1 : 0);
    }

    private void SolveSlope()
    {
        var products = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var part = Parts[i];
            var distance = Times[i] - (_timeSums[part] / _weightSums[part]);
            var response = _logMeans[i] - LogExposures[i] + ((Counts[i] - Means[i]) / Means[i]) - (_responseSums[part] / _weightSums[part]);
            _timeSquares += Weights[i] * distance * distance;
            products += Weights[i] * distance * response;
        }

        Slope = products / _timeSquares;
    }

    private void Update()
    {
        // Within a run of neighbouring periods the mean grows by the same factor, which spares most exponentials.
        var growth = Math.Exp(Slope);
        var mean = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var logMean = _levels[Parts[i]] + (Slope * Times[i]) + LogExposures[i];
            var continues = i > 0 && Parts[i] == Parts[i - 1] && Times[i] == Times[i - 1] + 1 && LogExposures[i] == LogExposures[i - 1];
            mean = continues ? mean * growth : Math.Exp(logMean);
            _logMeans[i] = logMean;
            Means[i] = Math.Max(mean, SmallestMean);
        }
    }

    private double Deviance()
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var own = Counts[i] > 0 ? (Counts[i] * (CountLogarithm.Of(Counts[i]) - _logMeans[i])) - Counts[i] : 0;
            sum += Priors[i] * (own + Means[i]);
        }

        return 2 * sum;
    }
}
