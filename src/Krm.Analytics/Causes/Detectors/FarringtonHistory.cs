using MathNet.Numerics.Distributions;

namespace Krm.Analytics.Causes.Detectors;

/// <summary>The history of one series as <see cref="FarringtonNoufaily"/> sees it from one period; a workspace, not thread-safe.</summary>
internal sealed class FarringtonHistory
{
    private readonly FarringtonNoufailySettings _settings;
    private readonly double[]? _logExposure;
    private readonly SeasonalTrendFit _fit;
    private readonly double[] _scores;

    public FarringtonHistory(IReadOnlyList<int> counts, IReadOnlyList<double>? exposure, FarringtonNoufailySettings settings)
    {
        Counts = counts;
        _settings = settings;
        _logExposure = exposure?.Select(value => Math.Log(value)).ToArray();
        var capacity = (settings.PeriodsPerYear * settings.Years) + settings.HalfWindow + 1;
        _fit = new SeasonalTrendFit(capacity, settings.Parts);
        _scores = new double[capacity];
    }

    public IReadOnlyList<int> Counts { get; }

    /// <summary>Natural logarithm of the expected count.</summary>
    public double LogMean { get; private set; }

    /// <summary>Standard error of <see cref="LogMean"/>.</summary>
    public double StandardError { get; private set; }

    /// <summary>Variance by mean, at least 1.</summary>
    public double Dispersion { get; private set; }

    /// <summary>The slope per period, 0 if no trend was kept.</summary>
    public double Slope { get; private set; }

    public long RecentCases(int now)
    {
        var sum = 0L;
        for (var i = now - _settings.RecentPeriods + 1; i <= now; i++)
        {
            sum += Counts[i];
        }

        return sum;
    }

    /// <summary>Fits the history before a period; false if no fit settles.</summary>
    public bool FitExpectation(int now)
    {
        Collect(now);
        var hasSlope = _settings.AllowsTrend;
        if (!FitRobustly(ref hasSlope))
        {
            return false;
        }

        if (hasSlope && !KeepsTrend(now))
        {
            hasSlope = false;
            if (!FitRobustly(ref hasSlope))
            {
                return false;
            }
        }

        var (logMean, variance) = _fit.Predict(_settings.Parts - 1, now, _logExposure?[now] ?? 0);
        LogMean = logMean;
        StandardError = Math.Sqrt(variance * ReportedDispersion);
        Slope = hasSlope ? _fit.Slope : 0;
        return true;
    }

    private double ReportedDispersion => _settings.Reweights ? _fit.PriorDispersion : _fit.Dispersion;

    /// <summary>Puts the periods to compare with into the workspace, each with its part of the year.</summary>
    private void Collect(int now)
    {
        var (year, half) = (_settings.PeriodsPerYear, _settings.HalfWindow);
        var gap = year - (2 * half) - 1;
        var count = 0;
        for (var i = now - (_settings.Years * year) - half; i < now - _settings.ExcludedPeriods; i++)
        {
            // Distance from the start of the window around the reference period before this one.
            var position = (i - (now - (_settings.Years * year) - half)) % year;
            int part;
            if (position < (2 * half) + 1)
            {
                part = _settings.Parts - 1;
            }
            else if (_settings.Parts == 1)
            {
                continue;
            }
            else
            {
                part = PartOfGap(position - (2 * half) - 1, gap, _settings.Parts - 1);
            }

            _fit.Counts[count] = Counts[i];
            _fit.Times[count] = i;
            _fit.Parts[count] = part;
            _fit.LogExposures[count] = _logExposure?[i] ?? 0;
            count++;
        }

        _fit.Count = count;
    }

    /// <summary>Divides the gap into parts whose lengths differ by at most one, the longer ones first.</summary>
    private static int PartOfGap(int position, int gap, int parts)
    {
        var (length, rest) = Math.DivRem(gap, parts);
        var longer = rest * (length + 1);
        return position < longer ? position / (length + 1) : rest + ((position - longer) / length);
    }

    private bool FitRobustly(ref bool hasSlope)
    {
        Array.Fill(_fit.Priors, 1, 0, _fit.Count);
        if (!_fit.Fit(hasSlope) && !(hasSlope && _fit.Fit(hasSlope = false)))
        {
            return false;
        }

        Dispersion = Math.Max(1, _fit.Dispersion);
        if (!_settings.Reweights)
        {
            return true;
        }

        Reweight();
        var hasSettled = _fit.Fit(hasSlope);
        Dispersion = Math.Max(1, _fit.Dispersion);
        return hasSettled || _fit.DegreesOfFreedom > 0;
    }

    /// <summary>Periods far above the fit get a weight that falls with the square of their residual.</summary>
    private void Reweight()
    {
        var sum = 0.0;
        for (var i = 0; i < _fit.Count; i++)
        {
            var root = Math.Sqrt(_fit.Means[i]);
            var count = _fit.Counts[i];
            var residual = 1.5 * ((count > 0 ? Math.Cbrt(count * count) / Math.Cbrt(root) : 0) - root);
            _scores[i] = residual / Math.Sqrt(Dispersion * (1 - _fit.Leverage(i)));
            sum += _scores[i] > _settings.ReweightThreshold ? 1 / (_scores[i] * _scores[i]) : 1;
        }

        var scale = _fit.Count / sum;
        for (var i = 0; i < _fit.Count; i++)
        {
            _fit.Priors[i] = _scores[i] > _settings.ReweightThreshold ? scale / (_scores[i] * _scores[i]) : scale;
        }
    }

    private bool KeepsTrend(int now)
    {
        if (_settings.Years < 3)
        {
            return false;
        }

        var deviate = Math.Abs(_fit.Slope) / Math.Sqrt(_fit.SlopeVariance * ReportedDispersion);
        var isSignificant = _settings.TrendThreshold >= 1
            || 2 * StudentT.CDF(0, 1, _fit.DegreesOfFreedom, -deviate) < _settings.TrendThreshold;
        if (!isSignificant)
        {
            return false;
        }

        var largest = 0.0;
        for (var i = 0; i < _fit.Count; i++)
        {
            largest = Math.Max(largest, _fit.Counts[i]);
        }

        return Math.Exp(_fit.Predict(_settings.Parts - 1, now, _logExposure?[now] ?? 0).LogMean) <= largest;
    }
}
