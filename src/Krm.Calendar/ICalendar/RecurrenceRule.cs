using System.Globalization;
using NodaTime;

namespace Krm.Calendar.ICalendar;

/// <summary>The part of RRULE that calendars of closures use: FREQ, INTERVAL, COUNT, UNTIL, WKST, BYMONTH, BYMONTHDAY, BYDAY.</summary>
internal sealed class RecurrenceRule
{
    // So that no product of interval and period overflows; longer than the covered days for weeks, months and years.
    private const int LargestInterval = 10_000;

    private static readonly string[] DayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private string _frequency = "";
    private int _interval = 1;
    private IsoDayOfWeek _weekStart = IsoDayOfWeek.Monday;
    private IReadOnlyList<int> _months = [];
    private IReadOnlyList<int> _monthDays = [];
    private IReadOnlyList<(int Ordinal, IsoDayOfWeek Day)> _days = [];

    /// <summary>Number of occurrences, the first one included, or null.</summary>
    public int? Count { get; private set; }

    /// <summary>The UNTIL value as written, or null.</summary>
    public string? Until { get; private set; }

    /// <summary>Reads the value of an RRULE line.</summary>
    /// <exception cref="UnusableEventException">A part is missing, broken or not supported.</exception>
    public static RecurrenceRule Parse(ContentLine line)
    {
        RecurrenceRule rule = new();
        foreach (string part in line.Value.Split(';').Where(part => part.Length > 0))
        {
            string[] pair = part.Split('=');
            string name = pair[0].Trim().ToUpperInvariant();
            string value = pair.Length == 2 ? pair[1].Trim().ToUpperInvariant() : throw Unusable(line, name);
            rule.Set(line, name, value);
        }

        bool hasOrdinals = rule._days.Any(day => day.Ordinal != 0);
        return rule._frequency.Length == 0 || (hasOrdinals && rule._frequency is not ("MONTHLY" or "YEARLY"))
            ? throw Unusable(line, "FREQ")
            : rule;
    }

    /// <summary>The days of occurrence from the start on, ascending, the start first, up to the last day.</summary>
    public IEnumerable<LocalDate> Occurrences(LocalDate start, LocalDate last)
    {
        yield return start;
        for (int period = 0; ; period++)
        {
            (LocalDate begin, LocalDate end) = PeriodOf(start, period * _interval);
            if (begin > last)
            {
                yield break;
            }

            for (LocalDate date = LocalDate.Max(begin, start.PlusDays(1)); date <= LocalDate.Min(end, last); date = date.PlusDays(1))
            {
                if (Matches(date, start))
                {
                    yield return date;
                }
            }
        }
    }

    private static UnusableEventException Unusable(ContentLine line, string part) =>
        new($"der Teil {part} der Wiederholung in Zeile {line.Number} ist fehlerhaft oder wird nicht unterstützt");

    private void Set(ContentLine line, string name, string value)
    {
        switch (name)
        {
            case "FREQ" when value is "DAILY" or "WEEKLY" or "MONTHLY" or "YEARLY":
                _frequency = value;
                break;
            case "INTERVAL":
                _interval = Number(line, name, value, 1, LargestInterval);
                break;
            case "COUNT":
                Count = Number(line, name, value, 1, int.MaxValue);
                break;
            case "UNTIL":
                Until = value;
                break;
            case "WKST":
                _weekStart = Day(line, name, value);
                break;
            case "BYMONTH":
                _months = [.. value.Split(',').Select(month => Number(line, name, month, 1, 12))];
                break;
            case "BYMONTHDAY":
                _monthDays = [.. value.Split(',').Select(day => Number(line, name, day, -31, 31))];
                break;
            case "BYDAY":
                _days = [.. value.Split(',').Select(day => OrdinalDay(line, name, day))];
                break;
            default:
                throw Unusable(line, name);
        }
    }

    private static int Number(ContentLine line, string name, string text, int least, int largest) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= largest && number != 0
            ? number
            : throw Unusable(line, name);

    private static IsoDayOfWeek Day(ContentLine line, string name, string code)
    {
        int index = Array.IndexOf(DayCodes, code);
        return index < 0 ? throw Unusable(line, name) : (IsoDayOfWeek)(index + 1);
    }

    private static (int Ordinal, IsoDayOfWeek Day) OrdinalDay(ContentLine line, string name, string text)
    {
        if (text.Length < 2)
        {
            throw Unusable(line, name);
        }

        string ordinal = text.Substring(0, text.Length - 2);
        return (ordinal.Length == 0 ? 0 : Number(line, name, ordinal, -53, 53), Day(line, name, text.Substring(text.Length - 2)));
    }

    private (LocalDate Begin, LocalDate End) PeriodOf(LocalDate start, int steps)
    {
        if ((long)start.Year + steps > CoveredDays.LastYear + 1 && _frequency == "YEARLY")
        {
            return (LocalDate.MaxIsoValue, LocalDate.MaxIsoValue);
        }

        switch (_frequency)
        {
            case "DAILY":
                LocalDate day = start.PlusDays(steps);
                return (day, day);
            case "WEEKLY":
                LocalDate week = (start.DayOfWeek == _weekStart ? start : start.Previous(_weekStart)).PlusWeeks(steps);
                return (week, week.PlusDays(6));
            case "MONTHLY":
                LocalDate month = start.With(DateAdjusters.StartOfMonth).PlusMonths(steps);
                return (month, month.With(DateAdjusters.EndOfMonth));
            default:
                int year = start.Year + steps;
                return (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        }
    }

    private bool Matches(LocalDate date, LocalDate start)
    {
        if (_months.Count > 0 && !_months.Contains(date.Month))
        {
            return false;
        }

        bool hasDayPart = _days.Count > 0 || _monthDays.Count > 0;
        if (hasDayPart)
        {
            return (_monthDays.Count == 0 || _monthDays.Any(day => IsMonthDay(date, day)))
                && (_days.Count == 0 || _days.Any(day => IsOrdinalDay(date, day.Ordinal, day.Day)));
        }

        return _frequency switch
        {
            "DAILY" => true,
            "WEEKLY" => date.DayOfWeek == start.DayOfWeek,
            "MONTHLY" => date.Day == start.Day,
            _ => date.Day == start.Day && (_months.Count > 0 || date.Month == start.Month),
        };
    }

    private static bool IsMonthDay(LocalDate date, int day) =>
        day > 0 ? date.Day == day : date.Day - 1 - DateTime.DaysInMonth(date.Year, date.Month) == day;

    private bool IsOrdinalDay(LocalDate date, int ordinal, IsoDayOfWeek day)
    {
        if (date.DayOfWeek != day || ordinal == 0)
        {
            return date.DayOfWeek == day;
        }

        // Within a year only where the rule is yearly and names no month (RFC 5545, 3.3.10).
        bool isInYear = _frequency == "YEARLY" && _months.Count == 0;
        int position = isInYear ? date.DayOfYear : date.Day;
        int length = isInYear ? (DateTime.IsLeapYear(date.Year) ? 366 : 365) : DateTime.DaysInMonth(date.Year, date.Month);
        return ordinal > 0 ? ((position - 1) / 7) + 1 == ordinal : ((length - position) / 7) + 1 == -ordinal;
    }
}
