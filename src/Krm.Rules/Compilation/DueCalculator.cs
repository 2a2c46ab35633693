using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Outcomes;
using Krm.Rules.Serialization;
using NodaTime;

namespace Krm.Rules.Compilation;

/// <summary>Works out the last day of a period.</summary>
internal sealed class DueCalculator(Bundesland land)
{
    private readonly WorkingDayCalendar _workingDays = WorkingDayCalendar.For(land);
    private readonly WerktagCalendar _werktage = WerktagCalendar.For(land);

    public LocalDate LastDay(DueRule due, string period, LocalDate start)
    {
        if (!PeriodTexts.TryParse(period, out var count, out var unit))
        {
            throw new ArgumentException($"'{period}' is not a period.", nameof(period));
        }

        var signed = due.IsBackward ? -count : count;
        var end = unit switch
        {
            "at-once" => start,
            "AT" => _workingDays.AddWorkingDays(start, signed),
            "WT" => _werktage.AddWorkingDays(start, signed),
            "D" => start.PlusDays(signed),
            "W" => start.PlusWeeks(signed),
            "M" => start.PlusMonths(signed),
            _ => start.PlusYears(signed),
        };
        return due.Shift == true ? _workingDays.NextOrSameWorkingDay(end) : end;
    }
}
