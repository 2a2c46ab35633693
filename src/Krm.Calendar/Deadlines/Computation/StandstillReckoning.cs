using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>Pauses and, for working days of a service target, closures: days that lengthen a period by themselves, in its own unit.</summary>
internal static class StandstillReckoning
{
    /// <summary>The end after all standstills that touch the period.</summary>
    /// <param name="input">Gives pauses, closures, calendars and the log.</param>
    /// <param name="first">The first day that counts.</param>
    /// <param name="end">The end without standstills.</param>
    /// <param name="unit">The unit of the period, not hours.</param>
    /// <param name="isOpen">Whether a pause goes on, so that there is no end.</param>
    public static LocalDate Extend(in ReckoningInput input, LocalDate first, LocalDate end, DeadlineUnit unit, out bool isOpen)
    {
        isOpen = false;
        bool closuresCount = input.IsService && unit == DeadlineUnit.WorkingDays && input.Spec.Closures.Count > 0;
        if ((input.Spec.Pauses.Count == 0 && !closuresCount) || unit == DeadlineUnit.AtOnce)
        {
            return end;
        }

        string section = input.Rules.Section(RuleTopic.Pause);
        foreach (DeadlinePause standstill in Merge(input.Spec, closuresCount))
        {
            LocalDate start = LocalDate.Max(standstill.Start, first);
            if (start > end)
            {
                break;
            }

            if (standstill.End is not { } last)
            {
                isOpen = true;
                input.Log?.Add(DeadlineStepKind.PauseOpen, section, end, null, GermanText.Date(standstill.Start));
                return end;
            }

            int days = last < start ? 0 : CountOf(input, start, last, unit);
            if (days > 0)
            {
                LocalDate before = end;
                end = unit is DeadlineUnit.WorkingDays or DeadlineUnit.Werktage
                    ? input.Place.For(unit).AddWorkingDays(end, days)
                    : end.PlusDays(days);
                input.Log?.Add(DeadlineStepKind.PauseAdded, section, before, end, Describe(start, last, days, unit));
            }
        }

        return end;
    }

    /// <summary>The standstills in ascending order, overlapping ones put together.</summary>
    public static IReadOnlyList<DeadlinePause> Merge(DeadlineSpec spec, bool withClosures)
    {
        IEnumerable<DeadlinePause> all = withClosures
            ? spec.Pauses.Concat(spec.Closures.Select(day => new DeadlinePause(day, day)))
            : spec.Pauses;
        List<DeadlinePause> merged = [];
        foreach (DeadlinePause next in all.OrderBy(pause => pause.Start))
        {
            if (merged.Count == 0 || (merged[merged.Count - 1].End is { } end && next.Start > end.PlusDays(1)))
            {
                merged.Add(next);
                continue;
            }

            DeadlinePause last = merged[merged.Count - 1];
            LocalDate? later = last.End is { } lastEnd && next.End is { } nextEnd ? LocalDate.Max(lastEnd, nextEnd) : null;
            merged[merged.Count - 1] = new DeadlinePause(last.Start, later);
        }

        return merged;
    }

    private static int CountOf(in ReckoningInput input, LocalDate start, LocalDate last, DeadlineUnit unit)
    {
        if (unit is not (DeadlineUnit.WorkingDays or DeadlineUnit.Werktage))
        {
            return Period.DaysBetween(start, last) + 1;
        }

        DayCalendar days = input.Place.For(unit);
        return days.CountWorkingDays(start, last.PlusDays(1));
    }

    private static string Describe(LocalDate start, LocalDate last, int days, DeadlineUnit unit)
    {
        string term = unit switch
        {
            DeadlineUnit.WorkingDays => days == 1 ? "Arbeitstag" : "Arbeitstage",
            DeadlineUnit.Werktage => days == 1 ? "Werktag" : "Werktage",
            _ => days == 1 ? "Tag" : "Tage",
        };
        string when = start == last ? GermanText.Date(start) : $"{GermanText.Date(start)} bis {GermanText.Date(last)}";
        return $"{when}: {days} {term}";
    }
}
