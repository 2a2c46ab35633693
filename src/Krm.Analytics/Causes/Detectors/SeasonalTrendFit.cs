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
    private readonly double[] _timeMeans = new double[parts];
    private readonly double[] _responseMeans = new double[parts];
    private readonly double[] _logMeans = new double[capacity];
    private readonly double[] _logCounts = new double[capacity];
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
            _logCounts[i] = Counts[i] > 0 ? CountLogarithm.Of(Counts[i]) : 0;
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
        var count = Count;
        var ownParts = Parts.AsSpan(0, count);
        var times = Times.AsSpan(0, count);
        var weights = Weights.AsSpan(0, count);
        var means = Means.AsSpan(0, count);
        var logMeans = _logMeans.AsSpan(0, count);
        var logExposures = LogExposures.AsSpan(0, count);
        var counts = Counts.AsSpan(0, count);
        var priors = Priors.AsSpan(0, count);
        for (var i = 0; i < ownParts.Length; i++)
        {
            var mean = means[i];
            var weight = priors[i] * mean;
            weights[i] = weight;
            var part = ownParts[i];
            _weightSums[part] += weight;
            _timeSums[part] += weight * times[i];
            _responseSums[part] += (weight * (logMeans[i] - logExposures[i])) + (priors[i] * (counts[i] - mean));
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
        for (var part = 0; part < parts; part++)
        {
            _timeMeans[part] = _timeSums[part] / _weightSums[part];
            _responseMeans[part] = _responseSums[part] / _weightSums[part];
        }

        // Spans of one length, so that the bounds are checked once.
        var count = Count;
        var ownParts = Parts.AsSpan(0, count);
        var times = Times.AsSpan(0, count);
        var weights = Weights.AsSpan(0, count);
        var means = Means.AsSpan(0, count);
        var logMeans = _logMeans.AsSpan(0, count);
        var logExposures = LogExposures.AsSpan(0, count);
        var counts = Counts.AsSpan(0, count);
        var squares = 0.0;
        var products = 0.0;
        for (var i = 0; i < ownParts.Length; i++)
        {
            var part = ownParts[i];
            var distance = times[i] - _timeMeans[part];
            var response = logMeans[i] - logExposures[i] + ((counts[i] - means[i]) / means[i]) - _responseMeans[part];
            var pull = weights[i] * distance;
            squares += pull * distance;
            products += pull * response;
        }

        _timeSquares = squares;
        Slope = products / squares;
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
        var count = Count;
        var counts = Counts.AsSpan(0, count);
        var priors = Priors.AsSpan(0, count);
        var means = Means.AsSpan(0, count);
        var logCounts = _logCounts.AsSpan(0, count);
        var logMeans = _logMeans.AsSpan(0, count);
        for (var i = 0; i < counts.Length; i++)
        {
            sum += priors[i] * ((counts[i] * (logCounts[i] - logMeans[i])) - counts[i] + means[i]);
        }

        return 2 * sum;
    }
}
