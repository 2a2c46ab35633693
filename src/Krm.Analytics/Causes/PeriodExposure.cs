using Krm.Analytics.Counting;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Analytics.Causes;

/// <summary>The exposure of periods for which the host gave none: their working days.</summary>
internal static class PeriodExposure
{
    /// <summary>Working days of each period up to the last day (inclusive); a period without any counts as half a day.</summary>
    public static double[] WorkingDays(CountPeriod first, int length, LocalDate lastDay, WorkingDayCalendar? calendar)
    {
        var exposure = new double[length];
        for (var i = 0; i < length; i++)
        {
            var period = first.Plus(i);
            var next = LocalDate.Min(period.End, lastDay).PlusDays(1);
            var days = calendar?.CountWorkingDays(period.Start, next) ?? CountWeekdays(period.Start, next);
            exposure[i] = Math.Max(days, 0.5);
        }

        return exposure;
    }

    private static int CountWeekdays(LocalDate start, LocalDate next)
    {
        var days = 0;
        for (var day = start; day < next; day = day.PlusDays(1))
        {
            days += day.DayOfWeek <= IsoDayOfWeek.Friday ? 1 : 0;
        }

        return days;
    }
}
