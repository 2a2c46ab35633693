using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>Whether and where an end on a Saturday, Sunday or holiday moves.</summary>
internal static class EndShifting
{
    /// <summary>What the policy says, or else the regime.</summary>
    public static EndShift ShiftOf(in ReckoningInput input, bool isNamedDay) =>
        input.Policies.EndShift ?? (MovesByLaw(input, isNamedDay) ? EndShift.Next : EndShift.None);

    public static LocalDate Shift(in ReckoningInput input, LocalDate end, EndShift shift, bool isNamedDay, ref Doubts doubts)
    {
        // A target of an office is about its own days, a statutory end about the statutory ones.
        DayCalendar days = input.IsService ? input.Place.WorkingDays : input.Place.EndDays;
        bool isClosed = input.IsService && ClosedDays.Contains(input.Spec, end);
        if ((shift == EndShift.None && (input.Log is null || !IsCovered(end))) || (days.IsWorkingDay(end) && !isClosed))
        {
            return end;
        }

        doubts |= DoubtsOf(input, end, isNamedDay);
        LocalDate last = end;
        if (shift != EndShift.None)
        {
            int direction = shift == EndShift.Next ? 1 : -1;
            do
            {
                last = days.AddWorkingDays(last, direction);
            }
            while (input.IsService && ClosedDays.Contains(input.Spec, last));
        }

        if (input.Log is { } log)
        {
            bool moved = last != end;
            string reason = isClosed ? "Schließtag" : Reasons(input.Place, end, last);
            log.Add(moved ? DeadlineStepKind.EndShifted : DeadlineStepKind.EndStayed, Section(input, isNamedDay, moved), end, last, reason);
        }

        return last;
    }

    /// <summary>Why the days from a free day up to the next counted one are free.</summary>
    public static string Reasons(PlaceDays place, LocalDate free, LocalDate last)
    {
        string reasons = place.ReasonFor(free);
        int direction = last >= free ? 1 : -1;
        for (LocalDate day = free.PlusDays(direction); direction * Period.DaysBetween(day, last) > 0; day = day.PlusDays(direction))
        {
            string reason = place.ReasonFor(day);
            reasons = reason.Length == 0 ? reasons : $"{reasons}, {reason}";
        }

        return reasons;
    }

    // What needs no holiday is computed for all years, such as the age of somebody born in 1960.
    private static bool IsCovered(LocalDate day) => day.Year is >= HolidayData.FirstYear and <= HolidayData.LastYear;

    private static DeadlinePurpose PurposeOf(in ReckoningInput input) =>
        input.Spec.Purpose
        ?? (input.Spec.Kind == DeadlineEventKind.DayStart && !input.Rules.ShiftsAfterDayStart ? DeadlinePurpose.Duration : DeadlinePurpose.Act);

    private static bool MovesByLaw(in ReckoningInput input, bool isNamedDay) =>
        input.Rules.ShiftsEnd
        && input.Spec.Direction == DeadlineDirection.Forward
        && input.Spec.Kind != DeadlineEventKind.Appointment
        && PurposeOf(input) is DeadlinePurpose.Act or DeadlinePurpose.Waiting
        && !(isNamedDay && input.Spec.HasNotice && input.Rules.HasNamedDayWithNotice);

    private static Doubts DoubtsOf(in ReckoningInput input, LocalDate end, bool isNamedDay)
    {
        DeadlineSpec spec = input.Spec;
        bool isGeneralMeeting = input.Policies.BackwardModel == BackwardModel.GeneralMeeting;
        return spec.Kind == DeadlineEventKind.Appointment ? Doubts.None
            : input.IsService ? Doubts.ServiceOnFreeDay
            : spec.Direction == DeadlineDirection.Backward ? (isGeneralMeeting ? Doubts.None : Doubts.BackwardOnFreeDay)
            : PurposeOf(input) == DeadlinePurpose.Waiting ? Doubts.WaitingOnFreeDay
            : PurposeOf(input) == DeadlinePurpose.Duration && spec.Purpose is null ? Doubts.DurationOnFreeDay
            : !isNamedDay && spec.Period is { Unit: DeadlineUnit.Werktage } && end.DayOfWeek == IsoDayOfWeek.Saturday ? Doubts.WerktagOnSaturday
            : Doubts.None;
    }

    private static string Section(in ReckoningInput input, bool isNamedDay, bool moved)
    {
        RegimeRules rules = input.Rules;
        if (moved)
        {
            return rules.Section(RuleTopic.Shift);
        }

        return input.Spec.Direction == DeadlineDirection.Backward
            ? input.Policies.BackwardModel == BackwardModel.GeneralMeeting ? BackwardSection.GeneralMeeting : rules.Section(RuleTopic.Backward)
            : input.Spec.Kind == DeadlineEventKind.Appointment ? rules.Section(RuleTopic.Appointment)
            : isNamedDay && input.Spec.HasNotice && rules.HasNamedDayWithNotice ? rules.Section(RuleTopic.NamedDayWithNotice)
            : PurposeOf(input) == DeadlinePurpose.Benefit ? rules.Section(RuleTopic.BenefitPeriod)
            : PurposeOf(input) == DeadlinePurpose.Duration ? rules.Section(RuleTopic.Duration)
            : rules.Section(RuleTopic.Shift);
    }
}
