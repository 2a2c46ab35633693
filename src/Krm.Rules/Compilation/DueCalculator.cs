using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Outcomes;
using Krm.Rules.Serialization;
using NodaTime;

namespace Krm.Rules.Compilation;

/// <summary>Works out the last day of a period.</summary>
internal sealed class DueCalculator(Bundesland land)
{
    private readonly Lazy<WorkingDayCalendar> _workingDays = new(() => WorkingDayCalendar.For(land));
    private readonly Lazy<WerktagCalendar> _werktage = new(() => WerktagCalendar.For(land));

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
            "AT" => _workingDays.Value.AddWorkingDays(start, signed),
            "WT" => _werktage.Value.AddWorkingDays(start, signed),
            "D" => start.PlusDays(signed),
            "W" => start.PlusWeeks(signed),
            "M" => start.PlusMonths(signed),
            _ => start.PlusYears(signed),
        };
        return due.Shift == true ? _workingDays.Value.NextOrSameWorkingDay(end) : end;
    }
}
