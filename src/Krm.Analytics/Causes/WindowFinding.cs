namespace Krm.Analytics.Causes;

/// <summary>A run of periods [Start, End) with more cases than expected.</summary>
/// <param name="Start">Index of the first period.</param>
/// <param name="End">Index after the last period.</param>
/// <param name="PValue">Corrected for all windows looked at in the cell.</param>
/// <param name="Course">The course that lets expect most: what is compared with.</param>
/// <param name="Dispersion">Variance by mean outside the window, at least 1.</param>
internal sealed record WindowFinding(int Start, int End, double PValue, ReferenceCourse Course, double Dispersion);
