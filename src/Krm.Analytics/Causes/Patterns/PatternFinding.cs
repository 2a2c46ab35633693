namespace Krm.Analytics.Causes.Patterns;

/// <summary>One pattern in one cell, before the number of cells is corrected for.</summary>
/// <param name="Pattern">Which pattern.</param>
/// <param name="Start">Index of the first period concerned.</param>
/// <param name="End">Index after the last period concerned.</param>
/// <param name="PValue">Corrected for everything looked at in the cell.</param>
/// <param name="Observed">Cases concerned.</param>
/// <param name="Expected">Cases that would have been expected in their place; not negative.</param>
/// <param name="Outside">Cases the expectation was learnt from.</param>
/// <param name="Dispersion">Variance by mean, at least 1.</param>
internal sealed record PatternFinding(
    CausePattern Pattern, int Start, int End, double PValue, long Observed, double Expected, double Outside, double Dispersion)
{
    public double Excess => Observed - Expected;

    /// <summary>For a seasonal peak: the index at which it will probably begin again; otherwise -1.</summary>
    public int NextStart { get; init; } = -1;
}
