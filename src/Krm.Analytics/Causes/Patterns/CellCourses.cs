namespace Krm.Analytics.Causes.Patterns;

/// <summary>The courses a cell is compared with.</summary>
internal static class CellCourses
{
    /// <summary>The mean number of weeks in a year.</summary>
    public const double WeeksPerYear = 52.1775;

    private const int YearsForOwnSeason = 2;
    private const int CasesForOwnSeason = 30;
    private const int CasesForDispersion = 20;
    private const int FewestCells = 10;
    private const int YearsForUsualGrowth = 3;
    private const double MedianOfSquaredDeviate = 0.45494;
    private const int BisectionSteps = 50;

    /// <summary>Its own exposure with its own gentle course of the year, and that of all other cases.</summary>
    public static List<ReferenceCourse> Of(CellSeries series, AnalysisSetting setting)
    {
        var exposure = series.Exposure ?? setting.WorkingDays;
        var own = ReferenceCourse.OfExposure(series.Counts, exposure, setting.Usual);
        var periodsPerYear = setting.Grid.PeriodsPerYear;
        if (series.Counts.Length >= YearsForOwnSeason * periodsPerYear && series.Total >= CasesForOwnSeason)
        {
            own = own.FollowSeason(periodsPerYear == 52 ? WeeksPerYear : periodsPerYear, []);
        }

        var others = setting.IsComparedWithOthers && series.Exposure is null
            ? ReferenceCourse.OfOthers(series.Counts, setting.All.Counts, setting.UsualOfShare)
            : null;
        return others is null ? [own] : [own, others];
    }

    /// <summary>The setting with how cells vary anyway: medians over all cells with enough cases, weighted by how surely each is known.</summary>
    public static AnalysisSetting WithUsualVariation(AnalysisSetting setting, IReadOnlyList<CellSeries> cells)
    {
        var courses = cells.Where(cell => cell.Total >= CasesForDispersion).Select(cell => Of(cell, setting)).ToList();
        return setting with
        {
            Usual = Learn([.. courses.Select(pair => pair[0])], setting),
            UsualOfShare = Learn([.. courses.Where(pair => pair.Count > 1).Select(pair => pair[1])], setting),
        };
    }

    private static UsualVariation Learn(IReadOnlyList<ReferenceCourse> courses, AnalysisSetting setting)
    {
        if (courses.Count < FewestCells)
        {
            return default;
        }

        var dispersions = courses.Select(course => course.Dispersion(0, 0)).ToList();
        var dispersion = WeightedMedian([.. courses.Select((course, i) => (dispersions[i], course.Degrees(0, 0, dispersions[i])))]);

        // Without an exposure growth against all others is news, however common; and growth is not known from a year or two.
        var knowsGrowth = setting.All.Exposure is not null && courses[0].Length >= YearsForUsualGrowth * setting.Grid.PeriodsPerYear;
        return new UsualVariation(dispersion, knowsGrowth ? LearnSlopeVariance(courses) : 0);
    }

    /// <summary>
    /// The variance between cells that brings the median of their squared standardised growth to what chance gives (Paule and
    /// Mandel with the median, so that planted or real causes in a part of the cells do not count as usual).
    /// </summary>
    private static double LearnSlopeVariance(IReadOnlyList<ReferenceCourse> courses)
    {
        var slopes = courses.Select(course => TrendTest.Estimate(course, 0, 0)).Where(slope => double.IsFinite(slope.Variance)).ToList();
        double Excess(double between) => WeightedMedian([.. slopes.Select(slope => (slope.Slope * slope.Slope / (slope.Variance + between), 1.0))]) / MedianOfSquaredDeviate;

        if (Excess(0) <= 1 + (3 / Math.Sqrt(slopes.Count)))
        {
            return 0;
        }

        var (low, high) = (0.0, slopes.Max(slope => slope.Slope * slope.Slope) / MedianOfSquaredDeviate);
        for (var step = 0; step < BisectionSteps; step++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = Excess(middle) > 1 ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double WeightedMedian(IReadOnlyList<(double Value, double Weight)> pairs)
    {
        var values = pairs.OrderBy(pair => pair.Value).ToList();
        var half = 0.5 * values.Sum(pair => pair.Weight);
        var sum = 0.0;
        return values.Count == 0 ? 0 : values.First(pair => (sum += pair.Weight) >= half).Value;
    }
}
