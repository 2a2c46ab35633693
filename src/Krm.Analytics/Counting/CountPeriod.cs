using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Krm.Analytics.Counting;

/// <summary>One calendar week or month in which cases are counted.</summary>
/// <remarks>
/// <see cref="Number"/> counts periods of the same kind without a gap: weeks from the Monday 0001-01-01 (week 0), months
/// from January of year 0. <c>default</c> is the week of 0001-01-01. Immutable and thread-safe; all members cost constant
/// time.
/// </remarks>
/// <param name="Kind">Week or month.</param>
/// <param name="Number">The running number of the period; differences are distances in periods.</param>
public readonly record struct CountPeriod(PeriodKind Kind, int Number) : IComparable<CountPeriod>
{
    private static readonly LocalDate FirstMonday = new(1, 1, 1);

    /// <summary>The first day of the period.</summary>
    public LocalDate Start => Kind == PeriodKind.Week
        ? FirstMonday.PlusDays(7 * Number)
        : new LocalDate(Math.DivRem(Number, 12, out var month), month + 1, 1);

    /// <summary>The last day of the period (inclusive).</summary>
    public LocalDate End => Plus(1).Start.PlusDays(-1);

    /// <summary>The ISO year the week belongs to, or the calendar year of the month.</summary>
    public int Year => Kind == PeriodKind.Week ? WeekYearRules.Iso.GetWeekYear(Start) : Start.Year;

    /// <summary>The number within <see cref="Year"/>: the ISO week (1 to 53) or the month (1 to 12).</summary>
    public int NumberInYear => Kind == PeriodKind.Week ? WeekYearRules.Iso.GetWeekOfWeekYear(Start) : Start.Month;

    /// <summary>The period a day belongs to.</summary>
    /// <param name="kind">Week or month.</param>
    /// <param name="day">A day of the ISO calendar, from year 1 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before year 1.</exception>
    public static CountPeriod Of(PeriodKind kind, LocalDate day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day.Year, 1, nameof(day));
        return new CountPeriod(kind, kind == PeriodKind.Week
            ? day.ToDateOnly().DayNumber / 7
            : (12 * day.Year) + day.Month - 1);
    }

    /// <summary>The period that lies a number of periods later.</summary>
    /// <param name="periods">How many periods; negative goes back.</param>
    public CountPeriod Plus(int periods) => this with { Number = Number + periods };

    /// <summary>Orders periods of one kind by time.</summary>
    /// <param name="other">The other period.</param>
    /// <exception cref="ArgumentException">The other period is of another kind.</exception>
    public int CompareTo(CountPeriod other) => Kind == other.Kind
        ? Number.CompareTo(other.Number)
        : throw new ArgumentException("A week cannot be compared with a month.", nameof(other));

    /// <summary>Whether the left period lies before the right one.</summary>
    public static bool operator <(CountPeriod left, CountPeriod right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left period lies after the right one.</summary>
    public static bool operator >(CountPeriod left, CountPeriod right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left period is the right one or lies before it.</summary>
    public static bool operator <=(CountPeriod left, CountPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left period is the right one or lies after it.</summary>
    public static bool operator >=(CountPeriod left, CountPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>ISO 8601: <c>2026-W07</c> or <c>2026-02</c>.</summary>
    public override string ToString() => Kind == PeriodKind.Week
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-W{NumberInYear:D2}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{NumberInYear:D2}");

    /// <summary>As a clerk writes it: <c>KW 7/2026</c> or <c>Februar 2026</c>.</summary>
    public string ToGerman() => Kind == PeriodKind.Week
        ? string.Create(CultureInfo.InvariantCulture, $"KW {NumberInYear}/{Year}")
        : string.Create(CultureInfo.InvariantCulture, $"{GermanMonths[NumberInYear - 1]} {Year}");

    private static readonly string[] GermanMonths =
    [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
    ];
}
