using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>A closure from one day to another.</summary>
internal sealed class RangeClosure : Closure
{
    private readonly DateInterval _interval;

    public RangeClosure(LocalDate first, LocalDate last, string note)
        : base(note)
    {
        CoveredDays.NumberOf(first);
        CoveredDays.NumberOf(last);
        _interval = last < first
            ? throw new ArgumentException($"The last closed day {last:uuuu-MM-dd} lies before the first, {first:uuuu-MM-dd}.", nameof(last))
            : new DateInterval(first, last);
    }

    public override bool Covers(LocalDate date) => _interval.Contains(date);

    internal override IEnumerable<DateInterval> Intervals() => [_interval];
}
