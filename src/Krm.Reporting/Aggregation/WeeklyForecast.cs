using Krm.Analytics.Causes.Detectors;
using NodaTime;

namespace Krm.Reporting.Aggregation;

/// <summary>What the next weeks will bring if they go on as the past weeks did.</summary>
/// <remarks>
/// The expectation (level, trend, season) is that of the monitor of single series; its upper limit at 2.5 % is the upper
/// edge. The lower edge lies as far below on the scale of square roots, on which the spread of counts does not depend on
/// their size.
/// </remarks>
internal static class WeeklyForecast
{
    private const int Weeks = 6;
    private const int FewestWeeks = 26;
    private const int LongestHistory = 260;

    // A range this wide helps nobody to plan.
    private const double WidestRange = 2.5;

    public static IReadOnlyList<ForecastWeek> Of(IEnumerable<LocalDate> receipts, LocalDate asOf, int smallestCount)
    {
        // The week of the report is not over; it is the first one that is forecast.
        var next = asOf.DayOfWeek == IsoDayOfWeek.Sunday ? asOf.PlusDays(1) : asOf.Next(IsoDayOfWeek.Monday).PlusDays(-7);
        var counts = Count(receipts, next);
        var recent = counts.Skip(counts.Length - FewestWeeks).ToList();
        if (counts.Length < FewestWeeks || recent.Average() < smallestCount || recent.TakeLast(2).Contains(0))
        {
            return [];
        }

        // The weeks to come are not looked at: the history of the monitor ends the excluded periods before each of them.
        var settings = new SeriesMonitorSettings { BurstAlpha = .025, ExcludedPeriods = Weeks - 1, RefitInterval = Weeks };
        List<ForecastWeek> weeks =
        [
            .. SeriesMonitor.Score([.. counts, .. new int[Weeks]], counts.Length, settings).Select((score, index) =>
            {
                var lower = Math.Max(0, (2 * Math.Sqrt(score.Expected)) - Math.Sqrt(score.Upper));
                return new ForecastWeek(next.PlusDays(7 * index), score.Expected, lower * lower, score.Upper);
            }),
        ];
        return weeks.TrueForAll(week => double.IsFinite(week.High) && week.High <= WidestRange * week.Expected) ? weeks : [];
    }

    private static int[] Count(IEnumerable<LocalDate> receipts, LocalDate next)
    {
        var counts = new int[LongestHistory];
        var oldest = LongestHistory;
        foreach (var receipt in receipts)
        {
            var week = (Period.DaysBetween(receipt, next) - 1) / 7;
            if (receipt < next && week < LongestHistory)
            {
                counts[LongestHistory - 1 - week]++;
                oldest = Math.Min(oldest, LongestHistory - 1 - week);
            }
        }

        // The first week may have begun before the backlog did.
        return counts[Math.Min(LongestHistory, oldest + 1)..];
    }
}
