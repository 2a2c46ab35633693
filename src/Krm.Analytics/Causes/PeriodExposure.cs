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

    /// <summary>The run [start, end) of periods in which a cell is exposed at all.</summary>
    /// <exception cref="ExposureGapException">The run has a gap.</exception>
    public static (int Start, int End) FindExposed(double[] exposure, CauseCell cell, CountPeriod first)
    {
        var start = Math.Max(0, Array.FindIndex(exposure, value => value > 0));
        var end = Array.FindLastIndex(exposure, value => value > 0) + 1;
        var gap = Array.FindIndex(exposure, start, Math.Max(0, end - start), value => value <= 0);
        return gap >= 0 ? throw new ExposureGapException(cell, first.Plus(gap)) : (start, Math.Max(start, end));
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
