using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>A closure on one day of the week, for a time.</summary>
internal sealed class WeeklyClosure : Closure
{
    private readonly IsoDayOfWeek _day;
    private readonly DateInterval _time;

    public WeeklyClosure(IsoDayOfWeek day, LocalDate first, LocalDate last, string note)
        : base(note)
    {
        CoveredDays.NumberOf(first);
        CoveredDays.NumberOf(last);
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
        {
            throw new ArgumentException($"'{day}' is not a day of the week.", nameof(day));
        }

        _day = day;
        _time = last < first
            ? throw new ArgumentException($"The last day {last:uuuu-MM-dd} lies before the first, {first:uuuu-MM-dd}.", nameof(last))
            : new DateInterval(first, last);
    }

    public override bool Covers(LocalDate date) => date.DayOfWeek == _day && _time.Contains(date);

    internal override IEnumerable<DateInterval> Intervals()
    {
        LocalDate first = _time.Start.DayOfWeek == _day ? _time.Start : _time.Start.Next(_day);
        for (LocalDate date = first; date <= _time.End; date = date.PlusWeeks(1))
        {
            yield return new DateInterval(date, date);
        }
    }
}
