using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>Answers is, add and count by two table look-ups each, whatever the distance (ADR 0003).</summary>
/// <remarks>
/// <c>_rank[slot]</c> is the number of counted days strictly before the slot, so a day counts exactly where the rank
/// rises to the next slot; slots without a day (30 February) repeat the rank. <c>_days[rank]</c> is the way back.
/// 82 kB and 4 bytes for each counted day.
/// </remarks>
internal readonly struct DayIndex
{
    private readonly ushort[] _rank;
    private readonly LocalDate[] _days;

    public DayIndex(DaySet set)
    {
        _rank = new ushort[DayGrid.SlotCount + 1];
        List<LocalDate> days = new(DayGrid.SlotCount);
        int next = 0;
        foreach ((int slot, int year, int month, int day) in DayGrid.Days())
        {
            for (; next <= slot; next++)
            {
                _rank[next] = (ushort)days.Count;
            }

            if (set.Contains(slot))
            {
                days.Add(new LocalDate(year, month, day));
            }
        }

        for (; next < _rank.Length; next++)
        {
            _rank[next] = (ushort)days.Count;
        }

        _days = [.. days];
    }

    /// <summary>All counted days, ascending.</summary>
    public ReadOnlySpan<LocalDate> Days => _days;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(LocalDate date)
    {
        int slot = DayGrid.SlotOf(date);
        ushort[] rank = _rank;
        return rank[slot + 1] != rank[slot];
    }

    /// <summary>The n-th counted day strictly after the date, before it for a negative n, the date itself for 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LocalDate Add(LocalDate date, int count)
    {
        int slot = DayGrid.SlotOf(date);
        if (count == 0)
        {
            return date;
        }

        // The rank of the next slot also counts the day itself, which is what "strictly after" leaves out.
        int forward = count > 0 ? 1 : 0;
        int position = unchecked(_rank[slot + forward] + count - forward);
        LocalDate[] days = _days;
        if ((uint)position >= (uint)days.Length)
        {
            ThrowBeyond(date, count);
        }

        return days[position];
    }

    /// <summary>Counted days in [start, end), negative where the end lies before the start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Count(LocalDate start, LocalDate end) => _rank[DayGrid.SlotOf(end)] - _rank[DayGrid.SlotOf(start)];

    /// <summary>Counted days in [start, end], both ends included; the start must not lie after the end.</summary>
    public int CountInclusive(LocalDate start, LocalDate end) =>
        _rank[DayGrid.SlotOf(end) + 1] - _rank[DayGrid.SlotOf(start)];

    /// <summary>Position in <see cref="Days"/> of the first counted day on or after the date.</summary>
    public int PositionOf(LocalDate date) => _rank[DayGrid.SlotOf(date)];

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowBeyond(LocalDate date, int count) => throw new ArgumentOutOfRangeException(
        nameof(count),
        count,
        $"{count} counted days from {date:uuuu-MM-dd} lead beyond the covered days {DayGrid.FirstYear}-01-01 to {DayGrid.LastYear}-12-31.");
}
