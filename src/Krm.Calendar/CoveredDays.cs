using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Krm.Calendar;

/// <summary>The covered days 1990-01-01 to 2100-12-31, numbered from 0.</summary>
/// <remarks>
/// The number of a day is the number of its month's first day, from a small table, plus the day. NodaTime's own
/// conversion to a running number (<see cref="LocalDate.PlusDays"/>, <c>Period.DaysBetween</c>) costs several times
/// what the whole answer of a calendar may (ADR 0003).
/// </remarks>
internal static class CoveredDays
{
    public const int FirstYear = 1990;
    public const int LastYear = 2100;
    public const int Count = 40_542;

    // NodaTime packs a date into one integer: 15 bits year - 1, 5 bits month - 1, 6 bits day - 1, 6 bits calendar system.
    private const int CalendarBits = 6;
    private const int DayBits = 6;
    private const int MonthBits = 5;
    private const int DayMask = (1 << DayBits) - 1;
    private const int MonthSlotsPerYear = 1 << MonthBits;
    private const int FirstMonthSlot = (FirstYear - 1) << MonthBits;

    // Number of each month's first day at (year - 1990) * 32 + month - 1; slots without a month repeat the next number.
    private static readonly ushort[] MonthStarts = CreateMonthStarts();

    // Readable as a constant by the just-in-time compiler once this class is initialised.
    private static readonly bool HashIsPackedDate = CheckPacking();

    public static LocalDate First { get; } = new(FirstYear, 1, 1);

    public static LocalDate Last { get; } = new(LastYear, 12, 31);

    /// <summary>Number of an ISO date inside the covered days, 0 to <see cref="Count"/> - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int NumberOf(LocalDate date)
    {
        if (!HashIsPackedDate)
        {
            return NumberByProperties(date);
        }

        // Turning the calendar bits to the top makes one comparison refuse other calendars and other years alike.
        uint packed = (uint)date.GetHashCode();
        packed = (packed >> CalendarBits) | (packed << (32 - CalendarBits));
        uint month = (packed >> DayBits) - FirstMonthSlot;
        ushort[] monthStarts = MonthStarts;
        if (month >= (uint)monthStarts.Length)
        {
            ThrowNotCovered(date);
        }

        return monthStarts[(int)month] + (int)(packed & DayMask);
    }

    /// <summary>The same by public properties, for a NodaTime whose hash code is not the packed date.</summary>
    public static int NumberByProperties(LocalDate date)
    {
        if (date.Year is < FirstYear or > LastYear || !ReferenceEquals(date.Calendar, CalendarSystem.Iso))
        {
            ThrowNotCovered(date);
        }

        return MonthStarts[((date.Year - FirstYear) * MonthSlotsPerYear) + date.Month - 1] + date.Day - 1;
    }

    /// <summary>Refuses a year outside the covered ones.</summary>
    public static void CheckYear(int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, $"Only the years {FirstYear} to {LastYear} are covered.");
        }
    }

    /// <summary>All covered days, ascending; the position is the number.</summary>
    public static IEnumerable<LocalDate> All()
    {
        for (int year = FirstYear; year <= LastYear; year++)
        {
            for (int month = 1; month <= 12; month++)
            {
                int length = DateTime.DaysInMonth(year, month);
                for (int day = 1; day <= length; day++)
                {
                    yield return new LocalDate(year, month, day);
                }
            }
        }
    }

    private static ushort[] CreateMonthStarts()
    {
        ushort[] starts = new ushort[(LastYear - FirstYear + 1) * MonthSlotsPerYear];
        int number = 0;
        for (int slot = 0; slot < starts.Length; slot++)
        {
            starts[slot] = (ushort)number;
            int month = (slot % MonthSlotsPerYear) + 1;
            number += month <= 12 ? DateTime.DaysInMonth(FirstYear + (slot / MonthSlotsPerYear), month) : 0;
        }

        return starts;
    }

    // The packing is an inner matter of NodaTime, so each covered day and each calendar system is checked once.
    private static bool CheckPacking()
    {
        foreach (LocalDate day in All())
        {
            int packed = ((((day.Year - 1) << MonthBits) + day.Month - 1) << (DayBits + CalendarBits)) + ((day.Day - 1) << CalendarBits);
            if (day.GetHashCode() != packed)
            {
                return false;
            }
        }

        const int calendarMask = (1 << CalendarBits) - 1;
        LocalDate any = new(2000, 1, 1);
        return CalendarSystem.Ids
            .Select(CalendarSystem.ForId)
            .All(calendar => ((any.WithCalendar(calendar).GetHashCode() & calendarMask) == 0) == ReferenceEquals(calendar, CalendarSystem.Iso));
    }

    // A single throw and no NoInlining: so the just-in-time compiler sees that it never returns and drops later checks.
    [DoesNotReturn]
    private static void ThrowNotCovered(LocalDate date) => throw NotCovered(date);

    private static ArgumentException NotCovered(LocalDate date) => ReferenceEquals(date.Calendar, CalendarSystem.Iso)
        ? new ArgumentOutOfRangeException(
            nameof(date),
            $"{date.Year:0000}-{date.Month:00}-{date.Day:00} is outside the covered days {FirstYear}-01-01 to {LastYear}-12-31.")
        : new ArgumentException(
            $"The date is in the calendar system '{date.Calendar.Id}'; only ISO dates are taken (LocalDate.WithCalendar converts).",
            nameof(date));
}
