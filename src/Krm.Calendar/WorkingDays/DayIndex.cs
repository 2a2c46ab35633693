using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>Answers is, add and count by a few table look-ups, whatever the distance (ADR 0003).</summary>
/// <remarks>
/// <c>_rank[number]</c> is the number of counted days strictly before the day with that number, so a day counts exactly
/// where the rank rises to the next day. <c>_days[rank]</c> is the way back. 81 kB and 4 bytes for each counted day.
/// </remarks>
internal readonly struct DayIndex
{
    private readonly ushort[] _rank;
    private readonly LocalDate[] _days;

    public DayIndex(DaySet set)
    {
        _rank = new ushort[CoveredDays.Count + 1];
        _days = new LocalDate[set.Count()];
        int number = 0;
        int rank = 0;
        foreach (LocalDate day in CoveredDays.All())
        {
            if (set.Contains(number))
            {
                _days[rank++] = day;
            }

            _rank[++number] = (ushort)rank;
        }
    }

    /// <summary>All counted days, ascending.</summary>
    public ReadOnlySpan<LocalDate> Days => _days;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(LocalDate date)
    {
        int number = CoveredDays.NumberOf(date);
        ushort[] rank = _rank;
        return rank[number + 1] != rank[number];
    }

    /// <summary>The n-th counted day strictly after the date, before it for a negative n, the date itself for 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LocalDate Add(LocalDate date, int count)
    {
        int number = CoveredDays.NumberOf(date);
        int steps = count;
        if (steps > 0)
        {
            // The rank of the next day also counts the day itself, which is what "strictly after" leaves out.
            number++;
            steps--;
        }
        else if (steps == 0)
        {
            return date;
        }

        int position = unchecked(_rank[number] + steps);
        LocalDate[] days = _days;
        if ((uint)position >= (uint)days.Length)
        {
            ThrowBeyond(date, count);
        }

        return days[position];
    }

    /// <summary>Counted days in [start, end), negative where the end lies before the start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Count(LocalDate start, LocalDate end)
    {
        ushort[] rank = _rank;
        return rank[CoveredDays.NumberOf(end)] - rank[CoveredDays.NumberOf(start)];
    }

    /// <summary>Counted days in [start, end], both ends included; the start must not lie after the end.</summary>
    public int CountInclusive(LocalDate start, LocalDate end) =>
        _rank[CoveredDays.NumberOf(end) + 1] - _rank[CoveredDays.NumberOf(start)];

    /// <summary>Position in <see cref="Days"/> of the first counted day on or after the date.</summary>
    public int PositionOf(LocalDate date) => _rank[CoveredDays.NumberOf(date)];

    [DoesNotReturn]
    private static void ThrowBeyond(LocalDate date, int count) => throw Beyond(date, count);

    private static ArgumentOutOfRangeException Beyond(LocalDate date, int count) => new(
        nameof(count),
        count,
        $"{count} counted days from {date:uuuu-MM-dd} lead beyond the covered days {CoveredDays.FirstYear}-01-01 to {CoveredDays.LastYear}-12-31.");
}
