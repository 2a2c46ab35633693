using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>From what a calendar was made: enough to fill its index and to explain each of its days.</summary>
internal sealed class DayDefinition(
    Bundesland land,
    HolidayData data,
    MunicipalityKey? municipality,
    WeekPattern week,
    IReadOnlyList<Closure> closures) : DayReasoning
{
    /// <inheritdoc/>
    public override (DaySet Days, DaySet Uncertain) Compute()
    {
        DaySet days = new();
        for (int number = 0; number < CoveredDays.Count; number++)
        {
            // 1 January 1990, number 0, was a Monday.
            if (week.Contains(IsoDayOfWeek.Monday + (number % 7)))
            {
                days.Add(number);
            }
        }

        Remove(days, data.RulesOf(land, municipality, AreaMembership.Yes));
        foreach (DateInterval interval in closures.SelectMany(closure => closure.Intervals()))
        {
            RemoveInterval(days, interval);
        }

        DaySet certain = days.Except(new DaySet());
        Remove(certain, data.RulesOf(land, municipality, AreaMembership.Unknown));
        return (days, days.Except(certain));
    }

    /// <inheritdoc/>
    public override IEnumerable<DayReason> ReasonsAgainst(LocalDate date)
    {
        if (!week.Contains(date.DayOfWeek))
        {
            yield return new DayReason(DayReasonKind.Weekday, land, GermanText.Weekday(date.DayOfWeek));
        }

        foreach (Holiday holiday in data.GetHolidays(land, date.Year, municipality).Where(holiday => holiday.Date == date))
        {
            yield return new DayReason(DayReasonKind.Holiday, land, Describe(holiday), Holiday: holiday);
        }

        foreach (Holiday holiday in data.GetUncertainHolidays(land, date.Year, municipality).Where(holiday => holiday.Date == date))
        {
            string doubt = municipality is { } key
                ? $"ob das für die Gemeinde {key} gilt, ist nicht bekannt"
                : "ob das gilt, hängt von der Gemeinde ab";
            yield return new DayReason(DayReasonKind.UncertainHoliday, land, $"{Describe(holiday)}; {doubt}", Holiday: holiday);
        }

        foreach (Closure closure in closures.Where(closure => closure.Covers(date)))
        {
            string text = closure.Note.Length == 0 ? "Schließtag" : $"Schließtag ({closure.Note})";
            yield return new DayReason(DayReasonKind.Closure, land, text, Closure: closure);
        }
    }

    private static string Describe(Holiday holiday)
    {
        string where = holiday.Area is null ? holiday.Land.GermanName() : $"{holiday.Land.GermanName()}: {holiday.Area}";
        string validity = (holiday.ValidFrom, holiday.ValidTo) switch
        {
            ({ } from, { } to) => $", gültig vom {GermanText.Date(from)} bis {GermanText.Date(to)}",
            ({ } from, null) => $", gültig ab {GermanText.Date(from)}",
            (null, { } to) => $", gültig bis {GermanText.Date(to)}",
            _ => "",
        };
        return $"{holiday.Name} (gesetzlicher Feiertag in {where}, {holiday.LegalBasis}{validity})";
    }

    private static void Remove(DaySet days, IReadOnlyList<HolidayRule> rules)
    {
        for (int year = CoveredDays.FirstYear; year <= CoveredDays.LastYear; year++)
        {
            foreach (HolidayRule rule in rules)
            {
                if (rule.In(year) is { } date)
                {
                    days.Remove(CoveredDays.NumberOf(date));
                }
            }
        }
    }

    private static void RemoveInterval(DaySet days, DateInterval interval)
    {
        LocalDate first = LocalDate.Max(interval.Start, CoveredDays.First);
        LocalDate last = LocalDate.Min(interval.End, CoveredDays.Last);
        if (first <= last)
        {
            for (int number = CoveredDays.NumberOf(first); number <= CoveredDays.NumberOf(last); number++)
            {
                days.Remove(number);
            }
        }
    }
}
