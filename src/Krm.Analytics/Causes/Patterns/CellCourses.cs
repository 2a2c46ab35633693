using Krm.Analytics.Causes.Detectors;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>The courses a cell is compared with.</summary>
internal static class CellCourses
{
    private const int YearsForOwnSeason = 2;
    private const int CasesForOwnSeason = 30;
    private const int CasesForDispersion = 20;
    private const int FewestCells = 10;

    /// <summary>Its own exposure with its own gentle course of the year, and that of all other cases.</summary>
    public static List<ReferenceCourse> Of(CellSeries series, AnalysisSetting setting)
    {
        var exposure = series.Exposure ?? setting.WorkingDays;
        var own = ReferenceCourse.OfExposure(series.Counts, exposure, setting.UsualDispersion);
        var periodsPerYear = setting.Grid.PeriodsPerYear;
        if (series.Counts.Length >= YearsForOwnSeason * periodsPerYear && series.Total >= CasesForOwnSeason)
        {
            var positive = exposure.Select(value => Math.Max(value, 1e-6)).ToArray();
            var model = SeasonalExpectation.Fit(series.Counts, positive, 0, series.Counts.Length, periodsPerYear == 52 ? 52.1775 : 12);
            own = own.Explain([.. Enumerable.Range(0, series.Counts.Length).Select(model.SeasonalFactor)]);
        }

        var others = setting.IsComparedWithOthers && series.Exposure is null
            ? ReferenceCourse.OfOthers(series.Counts, setting.All.Counts, setting.UsualDispersionOfShare)
            : null;
        return others is null ? [own] : [own, others];
    }

    /// <summary>The setting with the dispersions that are usual: the medians over all cells with enough cases, weighted by how surely each is known.</summary>
    public static AnalysisSetting WithUsualDispersions(AnalysisSetting setting, IReadOnlyList<CellSeries> cells)
    {
        var courses = cells.Where(cell => cell.Total >= CasesForDispersion).Select(cell => Of(cell, setting)).ToList();
        return setting with
        {
            UsualDispersion = WeightedMedian([.. courses.Select(pair => pair[0])]),
            UsualDispersionOfShare = WeightedMedian([.. courses.Where(pair => pair.Count > 1).Select(pair => pair[1])]),
        };
    }

    private static double WeightedMedian(IReadOnlyList<ReferenceCourse> courses)
    {
        if (courses.Count < FewestCells)
        {
            return 0;
        }

        var values = courses.Select(course => (Dispersion: course.Dispersion(0, 0), Weight: course.Degrees(0, 0, course.Dispersion(0, 0))))
            .OrderBy(pair => pair.Dispersion).ToList();
        var half = 0.5 * values.Sum(pair => pair.Weight);
        var sum = 0.0;
        return values.First(pair => (sum += pair.Weight) >= half).Dispersion;
    }
}
