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
    }

    /// <summary>Whether the data cannot decide some days, see <see cref="DayStatus.Unknown"/>.</summary>
    public bool HasUncertainDays => !_uncertain.IsEmpty;

    /// <summary>Hash (16 hexadecimal digits) of the kind and of all days; equal calendars have equal fingerprints.</summary>
    public string Fingerprint => Fingerprinting.Of([.. Encoding.UTF8.GetBytes(GermanTerm), .. _days.ToBytes(), .. _uncertain.ToBytes()]);

    /// <summary>German name of a counted day, such as "Arbeitstag".</summary>
    internal abstract string GermanTerm { get; }

    internal DayReasoning Reasoning { get; }

    /// <summary>Whether a day is a working day; an uncertain one counts as one.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31.</param>
    /// <returns>True for a working day. <see cref="GetStatus"/> tells uncertain days apart.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not covered.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public bool IsWorkingDay(LocalDate date) => _index.Contains(date);

    /// <summary>Whether a day is a working day, with a third answer where the data cannot say.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not covered.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public DayStatus GetStatus(LocalDate date)
    {
        int slot = DayGrid.SlotOf(date);
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
    public LocalDate AddWorkingDays(LocalDate date, int count) => _index.Add(date, count);

    /// <summary>Number of working days from a start to an end, the start included and the end not.</summary>
    /// <param name="start">ISO date, 1990-01-01 to 2100-12-31, inclusive.</param>
    /// <param name="end">ISO date, 1990-01-01 to 2100-12-31, exclusive.</param>
    /// <returns>The number; negative where the end lies before the start: <c>Count(a, b) = -Count(b, a)</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A date is not covered.</exception>
    /// <exception cref="ArgumentException">A date is not in the ISO calendar.</exception>
    public int CountWorkingDays(LocalDate start, LocalDate end) => _index.Count(start, end);

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

    /// <summary>Every reason why a day is or is not a working day.</summary>
    /// <param name="date">ISO date, 1990-01-01 to 2100-12-31.</param>
    /// <returns>The reasons as data and as German text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The date is not covered.</exception>
    /// <exception cref="ArgumentException">The date is not in the ISO calendar.</exception>
    public DayExplanation Explain(LocalDate date) =>
        new(date, GetStatus(date), [.. Reasoning.ReasonsAgainst(date)], GermanTerm);

    private protected int DaysHash => _days.GetHash();

    private protected bool HasSameDays(DayCalendar? other) =>
        other is not null && _days.SetEquals(other._days) && _uncertain.SetEquals(other._uncertain);
}
