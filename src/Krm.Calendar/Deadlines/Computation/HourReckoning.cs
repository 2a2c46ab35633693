using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>Periods in hours, to the minute; an hour is 60 minutes also when the clocks change.</summary>
internal static class HourReckoning
{
    private const int HoursPerDay = 24;

    public static ReckoningResult Run(in ReckoningInput input, int hours)
    {
        DeadlineSpec spec = input.Spec;
        HourCounting counting = input.Policies.HourCounting ?? input.Rules.Hours;
        LocalDateTime moment = input.EventDay + spec.EventTime!.Value;
        Doubts doubts = BerlinTime.CountOf(moment) > 1 ? Doubts.AmbiguousHour : Doubts.None;
        doubts |= input.IsService && input.Policies.HourCounting is null ? Doubts.OpenHours : Doubts.None;
        if (counting == HourCounting.NextServiceDay)
        {
            return NextServiceDays(input, (hours + HoursPerDay - 1) / HoursPerDay, doubts);
        }

        Instant start = BerlinTime.At(counting == HourCounting.FromNextFullHour ? NextFullHour(moment, spec.Direction) : moment);
        int direction = spec.Direction == DeadlineDirection.Forward ? 1 : -1;
        bool isOpen = false;
        Instant end = counting is HourCounting.All or HourCounting.FromNextFullHour && spec.Pauses.Count == 0
            ? start + Duration.FromHours(direction * hours)
            : Walk(input, start, Duration.FromHours(hours), direction, counting, out isOpen);
        LocalDate last = BerlinTime.LastDayBefore(end);
        input.Log?.Add(DeadlineStepKind.HoursCounted, Section(input, counting), input.EventDay, isOpen ? null : last, Describe(counting, hours));
        return new ReckoningResult(null, last, last, end, isOpen, doubts);
    }

    private static ReckoningResult NextServiceDays(in ReckoningInput input, int days, Doubts doubts)
    {
        DeadlinePeriod period = DeadlinePeriod.Of(days, DeadlineUnit.WorkingDays);
        LocalDate end = PeriodArithmetic.EndOf(input, input.EventDay, period, false);
        end = StandstillReckoning.Extend(input, input.EventDay.PlusDays(1), end, DeadlineUnit.WorkingDays, out bool isOpen);
        input.Log?.Add(DeadlineStepKind.HoursCounted, input.Rules.Section(RuleTopic.Hours), input.EventDay, isOpen ? null : end, $"je 24 Stunden ein Servicetag: {days}");
        return new ReckoningResult(null, end, end, null, isOpen, doubts);
    }

    // Day by day through the hours that count, until the period is used up.
    private static Instant Walk(in ReckoningInput input, Instant start, Duration left, int direction, HourCounting counting, out bool isOpen)
    {
        IReadOnlyList<DeadlinePause> pauses = StandstillReckoning.Merge(input.Spec, counting == HourCounting.ServiceHours && input.IsService);
        LocalDate day = BerlinTime.LocalAt(start).Date;
        while (true)
        {
            DeadlinePause? pause = PauseOn(pauses, day);
            if (pause is { End: null })
            {
                isOpen = true;
                input.Log?.Add(DeadlineStepKind.PauseOpen, input.Rules.Section(RuleTopic.Pause), day, null, GermanText.Date(pause.Value.Start));
                return start;
            }

            if (pause is null && Counts(input, day, counting))
            {
                (Instant opening, Instant closing) = Window(input.Policies, day, counting);
                Instant from = direction > 0 ? Instant.Max(opening, start) : opening;
                Instant to = direction > 0 ? closing : Instant.Min(closing, start);
                if (to > from && to - from >= left)
                {
                    isOpen = false;
                    return direction > 0 ? from + left : to - left;
                }

                left -= to > from ? to - from : Duration.Zero;
            }

            day = day.PlusDays(direction);
        }
    }

    private static DeadlinePause? PauseOn(IReadOnlyList<DeadlinePause> pauses, LocalDate day)
    {
        foreach (DeadlinePause pause in pauses)
        {
            if (day >= pause.Start && !(pause.End is { } end && day > end))
            {
                return pause;
            }
        }

        return null;
    }

    private static bool Counts(in ReckoningInput input, LocalDate day, HourCounting counting) => counting switch
    {
        HourCounting.WithoutFreeDays => input.Place.EndDays.IsWorkingDay(day),
        HourCounting.ServiceHours => input.Place.WorkingDays.IsWorkingDay(day),
        _ => true,
    };

    private static (Instant Opening, Instant Closing) Window(DeadlinePolicies policies, LocalDate day, HourCounting counting) =>
        counting == HourCounting.ServiceHours && policies.ServiceHours is { } hours
            ? (BerlinTime.At(day + hours.Opening), BerlinTime.At(day + hours.Closing))
            : (BerlinTime.StartOf(day), BerlinTime.EndOf(day));

    // Art. 3 Abs. 1 Regulation 1182/71: the hour in which the event falls does not count.
    private static LocalDateTime NextFullHour(LocalDateTime time, DeadlineDirection direction)
    {
        LocalDateTime begun = time.With(TimeAdjusters.TruncateToHour);
        return direction == DeadlineDirection.Forward ? begun.PlusHours(1) : begun;
    }

    private static string Section(in ReckoningInput input, HourCounting counting) =>
        counting == HourCounting.WithoutFreeDays && input.Policies.HourCounting is not null
            ? "§ 222 Abs. 3 ZPO entsprechend"
            : input.Rules.Section(RuleTopic.Hours);

    private static string Describe(HourCounting counting, int hours) => counting switch
    {
        HourCounting.WithoutFreeDays => $"{hours} Stunden ohne die Stunden der Samstage, Sonntage und Feiertage",
        HourCounting.FromNextFullHour => $"{hours} Stunden ab der vollen Stunde, ohne die Stunde des Ereignisses",
        HourCounting.ServiceHours => $"{hours} Servicestunden",
        _ => $"{hours} Stunden, Wochenenden und Feiertage mitgezählt",
    };
}
