using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes;

/// <summary>Keeps, of findings that lie inside each other at the same time, the most specific one that explains them.</summary>
internal static class NestedFindings
{
    private const double ExplainingShare = 0.6;
    private const double OwnElevation = 0.001;

    /// <summary>
    /// A coarse finding is dropped if a finer one carries most of its excess; a fine one is dropped if it has no larger share
    /// of the coarse finding's cases than at other times.
    /// </summary>
    public static IReadOnlyList<ChosenFinding> Reduce(IReadOnlyList<ChosenFinding> chosen)
    {
        var coarse = chosen.Where(outer => !chosen.Any(inner => IsInside(inner, outer) && inner.Finding.Excess >= ExplainingShare * outer.Finding.Excess)).ToList();
        return
        [
            .. coarse.Where(inner => !coarse.Any(outer => IsInside(inner, outer) && !IsElevatedWithin(inner, outer))),
        ];
    }

    private static bool IsInside(ChosenFinding inner, ChosenFinding outer) =>
        inner.Cell.Coordinates.Count > outer.Cell.Coordinates.Count
        && outer.Cell.Contains(inner.Cell)
        && inner.Finding.Start < outer.Finding.End && outer.Finding.Start < inner.Finding.End;

    private static bool IsElevatedWithin(ChosenFinding inner, ChosenFinding outer)
    {
        var (start, end) = (inner.Finding.Start, inner.Finding.End);
        var p = ExactTails.HypergeometricMidP(
            inner.CountIn(start, end), inner.Series.Total, outer.CountIn(start, end), outer.Series.Total);
        return p < OwnElevation;
    }
}
