using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>A set of counted days with arithmetic in constant time; each sealed kind says which days it counts.</summary>
/// <remarks>
/// "Working day" below means a counted day of the kind at hand: an Arbeitstag in <see cref="WorkingDayCalendar"/>, a
/// Werktag in <see cref="WerktagCalendar"/>, a day on which a statutory period may end in <see cref="StatutoryDayCalendar"/>.
/// The kinds are types of their own so that they cannot be confused; take the sealed type in signatures.
/// Immutable and thread-safe. Is, add and count cost some nanoseconds whatever the distance and allocate nothing.
/// Covered are the ISO dates 1990-01-01 to 2100-12-31; anything else is refused, never guessed.
/// </remarks>
public abstract class DayCalendar
{
    private readonly DayIndex _index;
    private readonly DaySet _days;
    private readonly DaySet _uncertain;

    private protected DayCalendar(DayReasoning reasoning)
    {
        Reasoning = reasoning;
        (_days, _uncertain) = reasoning.Compute();
        _index = new DayIndex(_days);
        Fingerprint = Fingerprinting.Of([.. Encoding.UTF8.GetBytes(GetType().Name), .. _days.ToBytes(), .. _uncertain.ToBytes()]);
    }

    /// <summary>Whether the data cannot decide some days, see <see cref="DayStatus.Unknown"/>.</summary>
    public bool HasUncertainDays => !_uncertain.IsEmpty;

    /// <summary>Hash (16 hexadecimal digits) of the kind and of all days; equal calendars have equal fingerprints.</summary>
    public string Fingerprint { get; }

    /// <summary>German name of a counted day, such as "Arbeitstag".</summary>
    internal abstract string GermanTerm { get; }

    internal DayReasoning Reasoning { get; }

    /// <summary>Whether a day is a working day; an uncertain one counts as one.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31.</param>
    /// <returns>True for a working day. <see cref="GetStatus"/> tells uncertain days apart.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not covered.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWorkingDay(LocalDate date) => _index.Contains(date);

    /// <summary>Whether a day is a working day, with a third answer where the data cannot say.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not covered.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public DayStatus GetStatus(LocalDate date)
    {
        int slot = CoveredDays.NumberOf(date);
        return _uncertain.Contains(slot)
            ? DayStatus.Unknown
            : _days.Contains(slot) ? DayStatus.Counted : DayStatus.NotCounted;
    }

    /// <summary>The n-th working day strictly after a date, before it for a negative number.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31; need not be a working day.</param>
    /// <param name="count">Number of working days; 0 returns the date itself, working day or not.</param>
    /// <returns>A working day, or the date itself for 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not covered, or the result would not be.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LocalDate AddWorkingDays(LocalDate date, int count) => _index.Add(date, count);

    /// <summary>Number of working days from a start to an end, the start included and the end not.</summary>
    /// <param name="start">ISO date, 1990-01-01 to 2100-12-31, inclusive.</param>
    /// <param name="end">ISO date, 1990-01-01 to 2100-12-31, exclusive.</param>
    /// <returns>The number; negative where the end lies before the start: <c>Count(a, b) = -Count(b, a)</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date is not covered.</exception>
    /// <exception cref="ArgumentException">A date is not in the ISO calendar.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountWorkingDays(LocalDate start, LocalDate end) => _index.Count(start, end);

    /// <summary>Number of working days from the first to the last day, both included.</summary>
    /// <param name="first">ISO date, 1990-01-01 to 2100-12-31, inclusive.</param>
    /// <param name="last">ISO date, 1990-01-01 to 2100-12-31, inclusive.</param>
    /// <returns>The number; negative, of the same days, where the last lies before the first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date is not covered.</exception>
    /// <exception cref="ArgumentException">A date is not in the ISO calendar.</exception>
    public int CountWorkingDaysInclusive(LocalDate first, LocalDate last) =>
        first <= last ? _index.CountInclusive(first, last) : -_index.CountInclusive(last, first);

    /// <summary>Number of working days in an interval, both ends included as <see cref="DateInterval"/> means it.</summary>
    /// <param name="interval">Interval of ISO dates, 1990-01-01 to 2100-12-31.</param>
    /// <returns>The number, never negative.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="interval"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end is not covered.</exception>
    /// <exception cref="ArgumentException">The interval is not in the ISO calendar.</exception>
    public int CountWorkingDays(DateInterval interval)
    {
        Guard.NotNull(interval);
        return _index.CountInclusive(interval.Start, interval.End);
    }

    /// <summary>The n-th working day where the date itself, if it is a working day, is already the first.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31; need not be a working day.</param>
    /// <param name="count">Number of working days, at least 1, or at most -1 to count backwards.</param>
    /// <returns>A working day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is 0, the date is not covered, or the result would not be.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public LocalDate AddWorkingDaysInclusive(LocalDate date, int count) => count == 0
        ? throw new ArgumentOutOfRangeException(nameof(count), count, "The day itself counts as the first, so the number is at least 1 or at most -1.")
        : _index.Add(date, _index.Contains(date) ? count - Math.Sign(count) : count);

    /// <summary>The first working day strictly after a date.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31.</param>
    /// <returns>A working day.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not covered, or the result would not be.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public LocalDate NextWorkingDay(LocalDate date) => _index.Add(date, 1);

    /// <summary>The date itself if it is a working day, else the first one after it.</summary>
    /// <inheritdoc cref="NextWorkingDay"/>
    public LocalDate NextOrSameWorkingDay(LocalDate date) => _index.Contains(date) ? date : _index.Add(date, 1);

    /// <summary>The last working day strictly before a date.</summary>
    /// <inheritdoc cref="NextWorkingDay"/>
    public LocalDate PreviousWorkingDay(LocalDate date) => _index.Add(date, -1);

    /// <summary>The date itself if it is a working day, else the last one before it.</summary>
    /// <inheritdoc cref="NextWorkingDay"/>
    public LocalDate PreviousOrSameWorkingDay(LocalDate date) => _index.Contains(date) ? date : _index.Add(date, -1);

    /// <summary>The working days of an interval, ascending, without a copy.</summary>
    /// <param name="interval">Interval of ISO dates, 1990-01-01 to 2100-12-31, both ends included.</param>
    /// <returns>The days; constant time whatever the length.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="interval"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end is not covered.</exception>
    /// <exception cref="ArgumentException">The interval is not in the ISO calendar.</exception>
    public ReadOnlySpan<LocalDate> GetWorkingDays(DateInterval interval)
    {
        Guard.NotNull(interval);
        return _index.Days.Slice(_index.PositionOf(interval.Start), _index.CountInclusive(interval.Start, interval.End));
    }

    /// <summary>The working days of an interval, ascending, one by one, for LINQ.</summary>
    /// <param name="interval">Interval of ISO dates, 1990-01-01 to 2100-12-31, both ends included.</param>
    /// <returns>The days, computed while they are taken.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="interval"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An end is not covered.</exception>
    /// <exception cref="ArgumentException">The interval is not in the ISO calendar.</exception>
    public IEnumerable<LocalDate> EnumerateWorkingDays(DateInterval interval)
    {
        Guard.NotNull(interval);
        int first = _index.PositionOf(interval.Start);
        return Enumerable.Range(first, _index.CountInclusive(interval.Start, interval.End)).Select(position => _index.Days[position]);
    }

    /// <summary>For each date whether it is a working day.</summary>
    /// <param name="dates">ISO dates, 1990-01-01 to 2100-12-31.</param>
    /// <param name="results">Takes the answers; at least as long as <paramref name="dates"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date is not covered; answers before it are written.</exception>
    /// <exception cref="ArgumentException">The results are too short, or a date is not in the ISO calendar.</exception>
    public void IsWorkingDay(ReadOnlySpan<LocalDate> dates, Span<bool> results)
    {
        CheckLength(dates.Length, results.Length, nameof(results));
        for (int i = 0; i < dates.Length; i++)
        {
            results[i] = _index.Contains(dates[i]);
        }
    }

    /// <summary>For each date the n-th working day after it, as <see cref="AddWorkingDays(LocalDate, int)"/> answers.</summary>
    /// <param name="dates">ISO dates, 1990-01-01 to 2100-12-31.</param>
    /// <param name="count">Number of working days, the same for all.</param>
    /// <param name="results">Takes the answers; at least as long as <paramref name="dates"/>, and may be the same memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date is not covered, or a result would not be; answers before it are written.</exception>
    /// <exception cref="ArgumentException">The results are too short, or a date is not in the ISO calendar.</exception>
    public void AddWorkingDays(ReadOnlySpan<LocalDate> dates, int count, Span<LocalDate> results)
    {
        CheckLength(dates.Length, results.Length, nameof(results));
        for (int i = 0; i < dates.Length; i++)
        {
            results[i] = _index.Add(dates[i], count);
        }
    }

    /// <summary>For each date the n-th working day after it, each with its own number.</summary>
    /// <param name="dates">ISO dates, 1990-01-01 to 2100-12-31.</param>
    /// <param name="counts">Numbers of working days; as many as dates.</param>
    /// <param name="results">Takes the answers; at least as long as <paramref name="dates"/>, and may be the same memory.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date is not covered, or a result would not be; answers before it are written.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit, or a date is not in the ISO calendar.</exception>
    public void AddWorkingDays(ReadOnlySpan<LocalDate> dates, ReadOnlySpan<int> counts, Span<LocalDate> results)
    {
        CheckLength(dates.Length, counts.Length, nameof(counts));
        CheckLength(dates.Length, results.Length, nameof(results));
        for (int i = 0; i < dates.Length; i++)
        {
            results[i] = _index.Add(dates[i], counts[i]);
        }
    }

    /// <summary>For each pair the number of working days, as <see cref="CountWorkingDays(LocalDate, LocalDate)"/> answers.</summary>
    /// <param name="starts">ISO dates, inclusive.</param>
    /// <param name="ends">ISO dates, exclusive; as many as starts.</param>
    /// <param name="results">Takes the numbers; at least as long as <paramref name="starts"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A date is not covered; answers before it are written.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit, or a date is not in the ISO calendar.</exception>
    public void CountWorkingDays(ReadOnlySpan<LocalDate> starts, ReadOnlySpan<LocalDate> ends, Span<int> results)
    {
        CheckLength(starts.Length, ends.Length, nameof(ends));
        CheckLength(starts.Length, results.Length, nameof(results));
        for (int i = 0; i < starts.Length; i++)
        {
            results[i] = _index.Count(starts[i], ends[i]);
        }
    }

    /// <summary>Every reason why a day is or is not a working day.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31.</param>
    /// <returns>The reasons as data and as German text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not covered.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public DayExplanation Explain(LocalDate date) =>
        new(date, GetStatus(date), [.. Reasoning.ReasonsAgainst(date)], GermanTerm);

    private protected bool HasSameDays(DayCalendar? other) =>
        other is not null && _days.SetEquals(other._days) && _uncertain.SetEquals(other._uncertain);

    private static void CheckLength(int needed, int given, string name)
    {
        if (given < needed)
        {
            throw new ArgumentException($"{given} elements are given; needed are at least {needed}.", name);
        }
    }
}
