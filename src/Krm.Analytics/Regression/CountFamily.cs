namespace Krm.Analytics.Regression;

/// <summary>How counts vary around their mean in a <see cref="CountRegression"/>; the link is always the logarithm.</summary>
public enum CountFamily
{
    /// <summary>Variance equals the mean.</summary>
    Poisson,

    /// <summary>Variance is the mean times one dispersion factor, estimated by Pearson's statistic.</summary>
    QuasiPoisson,

    /// <summary>Variance is mean + mean² / θ; θ is estimated by maximum likelihood (negative binomial, NB2).</summary>
    NegativeBinomial,
}
