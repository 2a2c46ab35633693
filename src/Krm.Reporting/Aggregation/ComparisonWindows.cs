using Krm.Reporting.Formatting;
using NodaTime;

namespace Krm.Reporting.Aggregation;

/// <summary>Which periods the categories are compared over.</summary>
/// <param name="Windows">Oldest first; the last one is the current one.</param>
/// <param name="Months">Months of the current and the previous window, roughly; 0 where there is nothing to compare.</param>
/// <param name="IncludesEarlier">Whether the previous window lies before the period of the report.</param>
internal sealed record ComparisonWindows(IReadOnlyList<ReportPeriod> Windows, int Months, bool IncludesEarlier)
{
    // A backlog of two years seldom begins on the very first day.
    private const int Tolerance = 7;

    private static readonly int[] Lengths = [12, 6, 3, 1];

    /// <summary>
    /// Compares the period with the same days a year before if cases reach back so far, else with one as long before it,
    /// else the last year in it with the year before, or half-years, quarters, months.
    /// </summary>
    /// <param name="from">First day of the period.</param>
    /// <param name="to">Last day of the period.</param>
    /// <param name="earliest">First receipt before the period; <see langword="null"/> if there is none.</param>
    public static ComparisonWindows Create(LocalDate from, LocalDate to, LocalDate? earliest)
    {
        if (Earlier(from, to).FirstOrDefault(window => earliest <= window.From.PlusDays(Tolerance)) is { } earlier)
        {
            var months = (int)Math.Round((Period.DaysBetween(from, to) + 1) / 30.44);
            return new ComparisonWindows([earlier, Window(from, to)], months, true);
        }

        foreach (var months in Lengths)
        {
            var current = DayAfterMonths(to, months);
            var previous = DayAfterMonths(to, 2 * months);
            if (previous < from.PlusDays(-Tolerance))
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
            return new ComparisonWindows(windows, months, false);
        }

        return new ComparisonWindows([Window(from, to)], 0, false);
    }

    /// <summary>What the period may be compared with, best first: many things have their season.</summary>
    private static IEnumerable<ReportPeriod> Earlier(LocalDate from, LocalDate to)
    {
        var next = to.PlusDays(1);
        if (next <= from.PlusYears(1))
        {
            yield return Window(from.PlusYears(-1), next.PlusYears(-1).PlusDays(-1));
        }

        var months = ((next.Year - from.Year) * 12) + next.Month - from.Month;
        var start = from.Day == next.Day && months > 0
            ? from.PlusMonths(-months)
            : from.PlusDays(-(Period.DaysBetween(from, to) + 1));
        yield return Window(start, from.PlusDays(-1));
    }

    /// <summary>Cuts the current or previous window into months or quarters.</summary>
    public static IReadOnlyList<ReportPeriod> Cut(ReportPeriod window, int stepMonths)
    {
        var periods = new List<ReportPeriod>();
        for (var step = 0; ; step++)
        {
            var start = LocalDate.Max(window.From, DayAfterMonths(window.To, (step + 1) * stepMonths));
            periods.Insert(0, Window(start, DayAfterMonths(window.To, step * stepMonths).PlusDays(-1)));
            if (start == window.From)
            {
                return periods;
            }
        }
    }

    private static LocalDate DayAfterMonths(LocalDate to, int months) => to.PlusDays(1).PlusMonths(-months);

    private static ReportPeriod Window(LocalDate from, LocalDate to) => new(from, to, GermanFormat.DateRange(from, to));
}
