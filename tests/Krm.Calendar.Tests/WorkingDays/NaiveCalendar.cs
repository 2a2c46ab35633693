using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.WorkingDays;

/// <summary>The deliberately naive model: walks day by day and asks for each day anew.</summary>
internal sealed class NaiveCalendar(Func<LocalDate, bool> counts)
{
    public static NaiveCalendar For(Bundesland land, bool saturdays)
    {
        HashSet<LocalDate> holidays = [.. Enumerable.Range(1990, 111)
            .SelectMany(year => HolidayData.Germany.GetHolidays(land, year))
            .Select(holiday => holiday.Date)];
        return new NaiveCalendar(date =>
            date.DayOfWeek != IsoDayOfWeek.Sunday
            && (saturdays || date.DayOfWeek != IsoDayOfWeek.Saturday)
            && !holidays.Contains(date));
    }

    public bool Is(LocalDate date) => counts(date);

    public LocalDate Add(LocalDate date, int count)
    {
        int step = Math.Sign(count);
        for (int left = Math.Abs(count); left > 0;)
        {
            date = date.PlusDays(step);
            left -= counts(date) ? 1 : 0;
        }

        return date;
    }

    public int Count(LocalDate start, LocalDate end)
    {
        if (end < start)
        {
            return -Count(end, start);
        }

        int number = 0;
        for (LocalDate date = start; date < end; date = date.PlusDays(1))
        {
            number += counts(date) ? 1 : 0;
        }

        return number;
    }
}
