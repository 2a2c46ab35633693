using Krm.Reporting.Formatting;
using NodaTime;

namespace Krm.Reporting.Aggregation;

/// <summary>Which periods the categories are compared over.</summary>
/// <param name="Windows">Oldest first, without gap; the last one is the current one.</param>
/// <param name="Months">Months of the current and the previous window; 0 where the span is too short to compare.</param>
internal sealed record ComparisonWindows(IReadOnlyList<ReportPeriod> Windows, int Months)
{
    private static readonly int[] Lengths = [12, 6, 3, 1];

    /// <summary>Compares the last year with the year before, or half-years, quarters, months if the span is shorter.</summary>
    public static ComparisonWindows Create(LocalDate from, LocalDate to)
    {
        foreach (var months in Lengths)
        {
            var current = DayAfterMonths(to, months);
            var previous = DayAfterMonths(to, 2 * months);

            // A backlog of two years seldom begins on the very first day.
            if (previous < from.PlusDays(-7))
            {
                continue;
            }

            var windows = new List<ReportPeriod>();
            if (previous > from)
            {
                windows.Add(Window(from, previous.PlusDays(-1)));
            }

            windows.Add(Window(LocalDate.Max(previous, from), current.PlusDays(-1)));
            windows.Add(Window(current, to));
            return new ComparisonWindows(windows, months);
        }

        return new ComparisonWindows([Window(from, to)], 0);
    }

    /// <summary>Cuts the current or previous window into months or quarters.</summary>
    public static IReadOnlyList<ReportPeriod> Cut(ReportPeriod window, int stepMonths)
    {
        var periods = new List<ReportPeriod>();
        for (var step = 0; ; step++)
        {
            var start = LocalDate.Max(window.From, DayAfterMonths(window.To, (step + 1) * stepMonths));
            periods.Insert(0, Window(start, window.To.PlusMonths(-step * stepMonths)));
            if (start == window.From)
            {
                return periods;
            }
        }
    }

    private static LocalDate DayAfterMonths(LocalDate to, int months) => to.PlusMonths(-months).PlusDays(1);

    private static ReportPeriod Window(LocalDate from, LocalDate to) => new(from, to, GermanFormat.DateRange(from, to));
}
