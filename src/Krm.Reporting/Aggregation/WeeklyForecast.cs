using Krm.Analytics.Causes.Forecasts;
using NodaTime;

namespace Krm.Reporting.Aggregation;

/// <summary>What the next weeks will bring if they go on as the past weeks did.</summary>
/// <remarks>That of <see cref="CountForecast"/>; here only which weeks count and whether the range is narrow enough to be shown.</remarks>
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

        List<ForecastWeek> weeks =
        [
            .. CountForecast.Predict(counts, Weeks).Select((point, index) =>
                new ForecastWeek(next.PlusDays(7 * index), point.Expected, point.Low, point.High)),
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
