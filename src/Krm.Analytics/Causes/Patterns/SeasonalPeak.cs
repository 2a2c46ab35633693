namespace Krm.Analytics.Causes.Patterns;

/// <summary>A peak that comes back each year.</summary>
/// <param name="Phase">The time of the year at which it begins, as in <see cref="YearGrid"/>.</param>
/// <param name="Length">How many periods it lasts.</param>
/// <param name="PValue">Corrected for all times of the year looked at.</param>
/// <param name="Ratio">Cases in the peak by those of the same time without it.</param>
/// <param name="Occurrences">The windows [start, end) of the series.</param>
/// <param name="Courses">The courses it was judged against.</param>
internal sealed record SeasonalPeak(
    int Phase, int Length, double PValue, double Ratio, IReadOnlyList<(int Start, int End)> Occurrences, IReadOnlyList<ReferenceCourse> Courses);
