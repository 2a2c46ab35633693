using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>One pass from the event to the last day; pure, and without allocation where no steps are asked for.</summary>
internal static class DeadlineReckoning
{
    public static ReckoningResult Run(in ReckoningInput input)
    {
        DeadlineSpec spec = input.Spec;
        input.Log?.Add(DeadlineStepKind.EventTaken, input.Rules.Title, null, input.EventDay, EventWords.Of(spec.Kind));
        if (spec.Kind is DeadlineEventKind.Appointment or DeadlineEventKind.FixedDay)
        {
            return OnNamedDay(input);
        }

        DeadlinePeriod period = spec.Period!.Value;
        ReckoningResult result = period.Unit == DeadlineUnit.Hours ? HourReckoning.Run(input, period.Count)
            : spec.Direction == DeadlineDirection.Backward ? Backward(input, period)
            : Forward(input, period);
        return spec.Extension is { } extension && !result.IsOpen ? ExtensionReckoning.Extend(input, result, extension) : result;
    }

    private static ReckoningResult Forward(in ReckoningInput input, DeadlinePeriod period)
    {
        DeadlineSpec spec = input.Spec;
        Doubts doubts = Doubts.None;
        LocalDate? deemed = null;
        LocalDate start = input.EventDay;
        if (EventWords.IsNotification(spec.Kind))
        {
            start = NotificationReckoning.DeemedDay(input, ref doubts);
            deemed = start;
        }
        else if (spec.Kind == DeadlineEventKind.Served)
        {
            deemed = start;
        }

        if (CountsForNextDay(input))
        {
            start = NextOpenDay(input, start);
            deemed = start;
            input.Log?.Add(DeadlineStepKind.CutOffApplied, "Annahmeschluss der Behörde", input.EventDay, start, EventWords.Time(spec.CutOff!.Value));
        }

        LogIgnoredOfficeHours(input);
        bool countsStart = spec.Kind == DeadlineEventKind.DayStart;
        LocalDate first = start.PlusDays(countsStart ? 0 : 1);
        if (period.Unit != DeadlineUnit.AtOnce)
        {
            RuleTopic topic = countsStart ? RuleTopic.StartOfDay : RuleTopic.StartAfterEvent;
            input.Log?.Add(DeadlineStepKind.PeriodStarted, input.Rules.Section(topic), start, first);
        }

        LocalDate end = PeriodArithmetic.EndOf(input, start, period, countsStart);
        input.Log?.Add(DeadlineStepKind.PeriodEnded, EndSection(input, period), start, end, EventWords.Of(period));
        LocalDate raw = StandstillReckoning.Extend(input, first, end, period.Unit, out bool isOpen);
        LocalDate last = isOpen ? raw : EndShifting.Shift(input, raw, EndShifting.ShiftOf(input, false), false, ref doubts);
        last = input.Rules.KeepsTwoWorkingDays && !isOpen ? KeepTwoWorkingDays(input, first, last, period, ref doubts) : last;
        return new ReckoningResult(deemed, raw, last, null, isOpen, doubts);
    }

    private static ReckoningResult Backward(in ReckoningInput input, DeadlinePeriod period)
    {
        Doubts doubts = Doubts.None;
        LogIgnoredOfficeHours(input);
        LocalDate end = PeriodArithmetic.LastDayBefore(input, input.EventDay, period);
        if (input.Log is { } log)
        {
            bool isMeeting = input.Policies.BackwardModel == BackwardModel.GeneralMeeting;
            string section = isMeeting ? BackwardSection.GeneralMeeting : input.Rules.Section(RuleTopic.Backward);
            log.Add(DeadlineStepKind.PeriodEnded, section, input.EventDay, end, $"{EventWords.Of(period)} zurück, {(isMeeting ? "ohne den Tag der Versammlung" : "volle Frist vor dem Ereignistag")}");
        }

        LocalDate last = EndShifting.Shift(input, end, EndShifting.ShiftOf(input, false), false, ref doubts);
        return new ReckoningResult(null, end, last, null, false, doubts);
    }

    private static ReckoningResult OnNamedDay(in ReckoningInput input)
    {
        DeadlineSpec spec = input.Spec;
        Doubts doubts = Doubts.None;
        LogIgnoredOfficeHours(input);
        LocalDate day = spec.NamedDay?.Date ?? input.EventDay;
        bool isAppointment = spec.Kind == DeadlineEventKind.Appointment;
        if (spec.NamedDay?.Part is { } part)
        {
            input.Log?.Add(DeadlineStepKind.MonthPartTaken, input.Rules.Section(RuleTopic.MonthPart), null, day, EventWords.Of(part));
        }

        input.Log?.Add(DeadlineStepKind.NamedDayTaken, input.Rules.Section(isAppointment ? RuleTopic.Appointment : RuleTopic.Shift), input.EventDay, day, isAppointment ? "Termin" : "bestimmter Tag");
        LocalDate last = EndShifting.Shift(input, day, EndShifting.ShiftOf(input, true), true, ref doubts);
        Instant? moment = isAppointment && spec.EventTime is { } time && last == day ? BerlinTime.At(day + time) : null;
        ReckoningResult result = new(null, day, last, moment, false, doubts);
        return spec.Extension is { } extension ? ExtensionReckoning.Extend(input, result, extension) : result;
    }

    // Art. 3 Abs. 5 Regulation 1182/71.
    private static LocalDate KeepTwoWorkingDays(in ReckoningInput input, LocalDate first, LocalDate last, DeadlinePeriod period, ref Doubts doubts)
    {
        const int Needed = 2;
        bool isShort = period is { Unit: DeadlineUnit.Days or DeadlineUnit.WorkingDays or DeadlineUnit.Werktage, Count: < Needed };
        if (isShort || input.Place.EndDays.CountWorkingDays(first, last.PlusDays(1)) >= Needed)
        {
            return last;
        }

        LocalDate kept = input.Place.EndDays.AddWorkingDays(first.PlusDays(-1), Needed);
        input.Log?.Add(DeadlineStepKind.TwoWorkingDaysKept, input.Rules.Section(RuleTopic.TwoWorkingDays), last, kept);
        doubts |= Doubts.TwoWorkingDays;
        return kept;
    }

    private static bool CountsForNextDay(in ReckoningInput input) =>
        input.IsService && input.Spec.CutOff is { } cutOff && input.Spec.EventTime > cutOff;

    private static LocalDate NextOpenDay(in ReckoningInput input, LocalDate day)
    {
        do
        {
            day = input.Place.WorkingDays.NextWorkingDay(day);
        }
        while (ClosedDays.Contains(input.Spec, day));
        return day;
    }

    private static void LogIgnoredOfficeHours(in ReckoningInput input)
    {
        if (input.Log is { } log && !input.IsService && (input.Spec.CutOff is not null || input.Spec.Closures.Count > 0))
        {
            log.Add(DeadlineStepKind.OfficeHoursIgnored, input.Rules.Title, null, null);
        }
    }

    private static string EndSection(in ReckoningInput input, DeadlinePeriod period) => period.Unit switch
    {
        DeadlineUnit.Days => input.Rules.Section(RuleTopic.Days),
        DeadlineUnit.WorkingDays => input.Rules.Section(RuleTopic.WorkingDays),
        DeadlineUnit.Werktage => "§ 3 Abs. 2 BUrlG",
        DeadlineUnit.AtOnce => input.Rules.Title,
        _ when period is { HasHalfMonth: true, Count: 0 } => input.Rules.Section(RuleTopic.HalfMonth),
        _ => input.Rules.Section(RuleTopic.WeeksMonthsYears),
    };
}
