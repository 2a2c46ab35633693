namespace Krm.Analytics.Causes.Detectors;

/// <summary>How <see cref="FarringtonNoufaily"/> draws the limit above the expected count.</summary>
public enum LimitMethod
{
    /// <summary>Normal distribution of the counts to the power ⅔, with the uncertainty of the expectation (Farrington 1996).</summary>
    Delta,

    /// <summary>Quantile of the negative binomial distribution around the estimated expectation (Noufaily 2013).</summary>
    NegativeBinomial,

    /// <summary>As before, around the upper confidence limit of the expectation.</summary>
    NegativeBinomialAtUpperMean,
}
