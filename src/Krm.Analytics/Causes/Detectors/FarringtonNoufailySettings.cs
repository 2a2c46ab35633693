namespace Krm.Analytics.Causes.Detectors;

/// <summary>How <see cref="FarringtonNoufaily"/> compares a period with the past.</summary>
/// <remarks>Immutable and thread-safe. The defaults are those that Noufaily et al. (2013) recommend.</remarks>
public sealed record FarringtonNoufailySettings
{
    /// <summary>Periods in a year: 52 for weeks (default), 12 for months.</summary>
    public int PeriodsPerYear { get; init; } = 52;

    /// <summary>How many years back are compared with, at least 1; 5 by default.</summary>
    public int Years { get; init; } = 5;

    /// <summary>Half width of the window around the same period of earlier years; 3 by default.</summary>
    public int HalfWindow { get; init; } = 3;

    /// <summary>
    /// Into how many parts the year is divided, the window being one of them; 10 by default. With 1 only the windows are
    /// used, otherwise the whole history with one level for each part.
    /// </summary>
    public int Parts { get; init; } = 10;

    /// <summary>How many of the latest periods are left out of the history; 26 by default.</summary>
    public int ExcludedPeriods { get; init; } = 26;

    /// <summary>Whether past outbreaks are given less weight; true by default.</summary>
    public bool Reweights { get; init; } = true;

    /// <summary>The standardised Anscombe residual above which a period counts as a past outbreak; 2.58 by default.</summary>
    public double ReweightThreshold { get; init; } = 2.58;

    /// <summary>Whether a trend over the years is fitted where it is sensible; true by default.</summary>
    public bool AllowsTrend { get; init; } = true;

    /// <summary>The p-value below which a trend is kept; 1 by default, that is always.</summary>
    public double TrendThreshold { get; init; } = 1;

    /// <summary>The one-sided probability of an alarm without a cause; 0.005 by default.</summary>
    public double Alpha { get; init; } = 0.005;

    /// <summary>How the limit is drawn; the negative binomial quantile by default.</summary>
    public LimitMethod Limit { get; init; } = LimitMethod.NegativeBinomial;

    /// <summary>The fewest cases within <see cref="RecentPeriods"/> for an alarm; 5 by default, 0 switches it off.</summary>
    public int RecentCases { get; init; } = 5;

    /// <summary>The periods, the newest included, in which <see cref="RecentCases"/> have to lie; 4 by default.</summary>
    public int RecentPeriods { get; init; } = 4;

    /// <summary>The index of the first period that can be scored.</summary>
    public int FirstScorable => (PeriodsPerYear * Years) + HalfWindow;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Years, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(HalfWindow);
        ArgumentOutOfRangeException.ThrowIfLessThan(PeriodsPerYear, (2 * HalfWindow) + 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Parts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Parts - 1, PeriodsPerYear - (2 * HalfWindow) - 1, nameof(Parts));
        ArgumentOutOfRangeException.ThrowIfNegative(ExcludedPeriods);
        ArgumentOutOfRangeException.ThrowIfNegative(RecentCases);
        ArgumentOutOfRangeException.ThrowIfLessThan(RecentPeriods, 1);
        if (!(Alpha > 0 && Alpha < 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(Alpha), Alpha, "Alpha lies between 0 and 0.5.");
        }
    }
}
