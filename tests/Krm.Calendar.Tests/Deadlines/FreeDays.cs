using System.Collections.Concurrent;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.Deadlines;

/// <summary>The naive model of free days: asked of the holiday data day by day.</summary>
internal static class FreeDays
{
    private static readonly ConcurrentDictionary<(Bundesland Land, int Year), HashSet<LocalDate>> Holidays = new();

    public static bool IsFree(LocalDate day, Bundesland land) =>
        day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || IsHoliday(day, land);

    /// <summary>The most free days in a row that touch a year.</summary>
    public static int LongestRun(Bundesland land, int year)
    {
        int longest = 0;
        int run = 0;
        for (LocalDate day = new(year - 1, 12, 1); day < new LocalDate(year + 1, 2, 1); day = day.PlusDays(1))
        {
            run = IsFree(day, land) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>The end of a service target, counting one day after the other.</summary>
    public static LocalDate CountDayByDay(DeadlineSpec spec)
    {
        DeadlinePeriod period = spec.Period!.Value;
        LocalDate day = spec.EventDay;
        for (int left = period.Count; left > 0;)
        {
            day = day.PlusDays(1);
            bool isCounted = period.Unit switch
            {
                DeadlineUnit.Days => true,
                DeadlineUnit.WorkingDays => !IsFree(day, spec.Land) && !spec.Closures.Contains(day),
                _ => day.DayOfWeek != IsoDayOfWeek.Sunday && !IsHoliday(day, spec.Land),
            };
            left -= isCounted && !spec.Pauses.Any(pause => day >= pause.Start && day <= pause.End) ? 1 : 0;
        }

        return day;
    }

    private static bool IsHoliday(LocalDate day, Bundesland land) =>
        Holidays.GetOrAdd((land, day.Year), key => [.. HolidayData.Germany.GetHolidays(key.Land, key.Year).Select(holiday => holiday.Date)]).Contains(day);
}
