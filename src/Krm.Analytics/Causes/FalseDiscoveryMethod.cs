namespace Krm.Analytics.Causes;

/// <summary>How the share of false findings among all findings is controlled.</summary>
public enum FalseDiscoveryMethod
{
    /// <summary>Benjamini and Hochberg (1995): holds where p-values are independent or depend positively, as those of cells do.</summary>
    BenjaminiHochberg,

    /// <summary>
    /// Benjamini and Yekutieli (2001): holds under any dependence; stricter by the factor 1 + ½ + … + 1/n in each family of n cells.
    /// </summary>
    BenjaminiYekutieli,
}
