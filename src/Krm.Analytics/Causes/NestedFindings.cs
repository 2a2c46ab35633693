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
    public static IReadOnlyList<ChosenCell> Reduce(IReadOnlyList<ChosenCell> chosen)
    {
        var coarse = chosen.Where(outer => !chosen.Any(inner => IsInside(inner, outer) && inner.Excess >= ExplainingShare * outer.Excess)).ToList();
        return
        [
            .. coarse.Where(inner => !coarse.Any(outer => IsInside(inner, outer) && !IsElevatedWithin(inner, outer))),
        ];
    }

    private static bool IsInside(ChosenCell inner, ChosenCell outer) =>
        inner.Cell.Coordinates.Count > outer.Cell.Coordinates.Count
        && outer.Cell.Contains(inner.Cell)
        && inner.Window.Start < outer.Window.End && outer.Window.Start < inner.Window.End;

    private static bool IsElevatedWithin(ChosenCell inner, ChosenCell outer)
    {
        var window = inner.Window;
        var p = ExactTails.HypergeometricMidP(
            inner.Observed,
            window.Course.Total,
            outer.Window.Course.Observed(window.Start, window.End),
            outer.Window.Course.Total);
        return p < OwnElevation;
    }
}
