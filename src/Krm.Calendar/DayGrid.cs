using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Krm.Calendar;

/// <summary>The grid of all covered days: 372 slots a year, 31 a month; slots without a day stay empty.</summary>
/// <remarks>
/// A slot follows from year, month and day by two multiplications. A running day number would need the conversion
/// that makes <see cref="LocalDate.PlusDays"/> cost as much as the whole answer may (ADR 0003).
/// </remarks>
internal static class DayGrid
{
    public const int FirstYear = 1990;
    public const int LastYear = 2100;
    public const int SlotsPerMonth = 31;
    public const int SlotsPerYear = 12 * SlotsPerMonth;
    public const int SlotCount = (LastYear - FirstYear + 1) * SlotsPerYear;

    // The slot of 1990-01-01 is 0 although months and days count from 1.
    private const int Origin = (FirstYear * SlotsPerYear) + SlotsPerMonth + 1;

    /// <summary>Slot of an ISO date inside the covered years.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SlotOf(LocalDate date)
    {
        int slot = SlotOf(date.Year, date.Month, date.Day);
        if ((uint)slot >= SlotCount || !ReferenceEquals(date.Calendar, CalendarSystem.Iso))
        {
            ThrowNotCovered(date);
        }

        return slot;
    }

    /// <summary>Slot of a date that the caller knows to be valid.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SlotOf(int year, int month, int day) =>
        (year * SlotsPerYear) + (month * SlotsPerMonth) + day - Origin;

    /// <summary>Refuses a year outside the covered ones.</summary>
    public static void CheckYear(int year)
    {
        if (year is < FirstYear or > LastYear)
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, $"Only the years {FirstYear} to {LastYear} are covered.");
        }
    }

    /// <summary>The covered days in ascending order with their slots.</summary>
    public static IEnumerable<(int Slot, int Year, int Month, int Day)> Days()
    {
        for (int year = FirstYear; year <= LastYear; year++)
        {
            for (int month = 1; month <= 12; month++)
            {
                int length = DateTime.DaysInMonth(year, month);
                for (int day = 1; day <= length; day++)
                {
                    yield return (SlotOf(year, month, day), year, month, day);
                }
            }
        }
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowNotCovered(LocalDate date)
    {
        if (!ReferenceEquals(date.Calendar, CalendarSystem.Iso))
        {
            throw new ArgumentException(
                $"The date is in the calendar system '{date.Calendar.Id}'; only ISO dates are taken (LocalDate.WithCalendar converts).",
                nameof(date));
        }

        throw new ArgumentOutOfRangeException(
            nameof(date),
            $"{date.Year:0000}-{date.Month:00}-{date.Day:00} is outside the covered days {FirstYear}-01-01 to {LastYear}-12-31.");
    }
}
