using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>A closure on the same days of every year.</summary>
internal sealed class AnnualClosure : Closure
{
    private readonly AnnualDate _first;
    private readonly AnnualDate _last;
    private readonly int _firstYear;
    private readonly int _lastYear;

    public AnnualClosure(AnnualDate first, AnnualDate last, string note, int? firstYear, int? lastYear)
        : base(note)
    {
        _first = first;
        _last = last;
        // A closure over the turn of the year that began before the first covered year still closes January.
        _firstYear = firstYear ?? CoveredDays.FirstYear - 1;
        _lastYear = lastYear ?? CoveredDays.LastYear;
        if (_lastYear < _firstYear)
        {
            throw new ArgumentException($"The last year {_lastYear} lies before the first, {_firstYear}.", nameof(lastYear));
        }
    }

    public override bool Covers(LocalDate date) =>
        Covers(date, date.Year) || (_last < _first && Covers(date, date.Year - 1));

    internal override IEnumerable<DateInterval> Intervals()
    {
        for (int year = Math.Max(_firstYear, CoveredDays.FirstYear - 1); year <= Math.Min(_lastYear, CoveredDays.LastYear); year++)
        {
            yield return In(year);
        }
    }

    private bool Covers(LocalDate date, int year) => year >= _firstYear && year <= _lastYear && In(year).Contains(date);

    private DateInterval In(int year) => new(_first.InYear(year), _last.InYear(_last < _first ? year + 1 : year));
}
