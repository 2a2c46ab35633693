using Krm.Analytics.Causes.Events;

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

    /// <summary>Whether a window lies in or overlaps one of the occurrences.</summary>
    public bool Touches(int start, int end) => Occurrences.Any(window => window.Start < end && start < window.End);

    /// <summary>For a seasonal peak or the echo of events: the index at which it will probably begin again; otherwise -1.</summary>
    public int NextStart { get; init; } = -1;

    /// <summary>For a seasonal peak or the echo of events: the windows [start, end) in which it was seen.</summary>
    public IReadOnlyList<(int Start, int End)> Occurrences { get; init; } = [];

    /// <summary>The events whose echo this is, or <see langword="null"/>.</summary>
    public EventPeak? Event { get; init; }

    /// <summary>For what goes beyond a recurring peak: that peak; otherwise <see langword="null"/>.</summary>
    public PatternFinding? UsualPeak { get; init; }
}
