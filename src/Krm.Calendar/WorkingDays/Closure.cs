using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>Days on which an office is closed (Schließtage): single, a range, or every year or week again.</summary>
/// <remarks>
/// Immutable and thread-safe. Closures touch working days (Arbeitstage) only, never a statutory period
/// (OLG Frankfurt 5 UF 184/21 for 24 and 31 December).
/// </remarks>
public abstract class Closure
{
    private protected Closure(string note) => Note = Guard.NotNull(note);

    /// <summary>Why the office is closed, in German, such as "Personalversammlung"; may be empty.</summary>
    public string Note { get; }

    /// <summary>A closure on one day.</summary>
    /// <param name="date">The day, ISO calendar.</param>
    /// <param name="note">Why, in German.</param>
    /// <returns>The closure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is null.</exception>
    public static Closure On(LocalDate date, string note) => Between(date, date, note);

    /// <summary>A closure on all days from the first to the last one, both included.</summary>
    /// <param name="first">First closed day.</param>
    /// <param name="last">Last closed day, inclusive.</param>
    /// <param name="note">Why, in German.</param>
    /// <returns>The closure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is null.</exception>
    /// <exception cref="ArgumentException">The last day lies before the first, or a date is not ISO.</exception>
    public static Closure Between(LocalDate first, LocalDate last, string note) => new RangeClosure(first, last, note);

    /// <summary>A closure on the same days of every year, such as 24 December to 31 December.</summary>
    /// <param name="first">First closed day of the year.</param>
    /// <param name="last">Last closed day, inclusive; a day earlier in the year than the first means the next year.</param>
    /// <param name="note">Why, in German.</param>
    /// <param name="firstYear">First year in which the closure begins; null means from the first covered year.</param>
    /// <param name="lastYear">Last year in which the closure begins; null means until the last covered year.</param>
    /// <returns>The closure. 29 February is 28 February in common years.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is null.</exception>
    /// <exception cref="ArgumentException">The last year lies before the first.</exception>
    public static Closure EveryYear(AnnualDate first, AnnualDate last, string note, int? firstYear = null, int? lastYear = null) =>
        new AnnualClosure(first, last, note, firstYear, lastYear);

    /// <summary>A closure on one day of the week, such as every Wednesday, for a time.</summary>
    /// <param name="day">The day of the week.</param>
    /// <param name="first">First day of the time.</param>
    /// <param name="last">Last day of the time, inclusive.</param>
    /// <param name="note">Why, in German.</param>
    /// <returns>The closure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is null.</exception>
    /// <exception cref="ArgumentException">Not a day of the week, the last day lies before the first, or a date is not ISO.</exception>
    public static Closure EveryWeek(IsoDayOfWeek day, LocalDate first, LocalDate last, string note) =>
        new WeeklyClosure(day, first, last, note);

    /// <summary>Whether the office is closed on a day.</summary>
    /// <param name="date">The day, ISO calendar.</param>
    /// <returns>True where it is closed.</returns>
    public abstract bool Covers(LocalDate date);

    /// <summary>The closed stretches within the covered years, each with both ends included.</summary>
    internal abstract IEnumerable<DateInterval> Intervals();
}
