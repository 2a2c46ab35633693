using Krm.Reporting.Formatting;
using NodaTime;

namespace Krm.Reporting.Aggregation;

/// <summary>Cuts a span of days into calendar periods that give a readable number of bars.</summary>
internal static class PeriodBins
{
    /// <summary>Calendar days, weeks, months, quarters or years from first to last day; both are inclusive.</summary>
    public static IReadOnlyList<ReportPeriod> Cut(LocalDate from, LocalDate to)
    {
        var days = Period.DaysBetween(from, to) + 1;
        var periods = new List<ReportPeriod>();
        for (var start = from; start <= to;)
        {
            var next = NextStart(start, days);
            var end = next.PlusDays(-1) < to ? next.PlusDays(-1) : to;
            periods.Add(new ReportPeriod(start, end, Label(start, days)));
            start = next;
        }

        return periods;
    }

    /// <summary>Index of the period a day falls into; the day lies within the periods.</summary>
    public static int Find(IReadOnlyList<ReportPeriod> periods, LocalDate day)
    {
        var (low, high) = (0, periods.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = day <= periods[middle].To ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static LocalDate NextStart(LocalDate start, int days) => days switch
    {
        <= 31 => start.PlusDays(1),
        <= 26 * 7 => start.Next(IsoDayOfWeek.Monday),
        <= 36 * 31 => FirstOfMonth(start).PlusMonths(1),
        <= 12 * 366 => FirstOfQuarter(start).PlusMonths(3),
        _ => new LocalDate(start.Year + 1, 1, 1),
    };

    private static string Label(LocalDate start, int days) => days switch
    {
        <= 31 => GermanFormat.Date(start),
        <= 26 * 7 => $"Woche ab {GermanFormat.Date(start)}",
        <= 36 * 31 => $"{GermanFormat.ShortMonth(start)} {start.Year}",
        <= 12 * 366 => $"{((start.Month - 1) / 3) + 1}. Quartal {start.Year}",
        _ => start.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static LocalDate FirstOfMonth(LocalDate day) => new(day.Year, day.Month, 1);

    private static LocalDate FirstOfQuarter(LocalDate day) => new(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1);
}
