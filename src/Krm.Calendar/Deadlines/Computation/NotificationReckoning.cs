using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>The day on which a decision counts as received.</summary>
internal static class NotificationReckoning
{
    public static LocalDate DeemedDay(in ReckoningInput input, ref Doubts doubts)
    {
        DeadlineSpec spec = input.Spec;
        if (input.Fiction is not { } fiction)
        {
            // The check made sure that the receipt is proven where the law has no fiction.
            LocalDate proven = spec.ActualReceipt ?? input.EventDay;
            input.Log?.Add(DeadlineStepKind.LaterReceiptWins, input.Rules.Title, input.EventDay, proven);
            return proven;
        }

        doubts |= DoubtsOf(fiction);
        if (fiction.RetrievalWithinDays is not null && spec.ActualReceipt is { } retrieved)
        {
            return Apply(input, fiction, retrieved, ref doubts);
        }

        LocalDate deemed = Apply(input, fiction, input.EventDay, ref doubts);
        if (fiction.Transition == FictionTransition.Open && deemed > fiction.To)
        {
            doubts |= Doubts.Transition;
        }

        if (spec.ActualReceipt is not { } receipt)
        {
            return deemed;
        }

        bool isLater = receipt > deemed;
        DeadlineStepKind kind = isLater ? DeadlineStepKind.LaterReceiptWins : DeadlineStepKind.EarlierReceiptIgnored;
        input.Log?.Add(kind, fiction.Section, isLater ? deemed : receipt, isLater ? receipt : deemed);
        if (isLater)
        {
            // What the fiction would have given no longer decides.
            doubts = Doubts.None;
        }

        return isLater ? receipt : deemed;
    }

    private static LocalDate Apply(in ReckoningInput input, NotificationFiction fiction, LocalDate start, ref Doubts doubts)
    {
        LocalDate deemed = fiction.Period is { } period ? Add(start, period) : start;
        if (fiction.Way == DeadlineEventKind.PublicNotice)
        {
            doubts |= Doubts.PublicNotice;
            deemed = input.Policies.PublicNoticeDay == PublicNoticeDay.DayAfterPeriod ? deemed.PlusDays(1) : deemed;
        }

        input.Log?.Add(DeadlineStepKind.FictionApplied, fiction.Section, start, deemed, fiction.Note ?? "");
        LocalDate free = deemed;
        if (fiction.Period is null || input.FictionPlace.EndDays.IsWorkingDay(free))
        {
            return deemed;
        }

        FictionLaw law = input.Rules.FictionLaw!;
        bool shifts = input.Policies.FictionShift ?? law.ShiftsFiction;
        doubts |= !law.IsSettled ? Doubts.FictionOnFreeDay : shifts != law.ShiftsFiction ? Doubts.FictionAgainstCourt : Doubts.None;
        deemed = shifts ? input.FictionPlace.EndDays.NextWorkingDay(free) : free;
        if (input.Log is { } log)
        {
            string reason = EndShifting.Reasons(input.FictionPlace, free, deemed);
            log.Add(shifts ? DeadlineStepKind.FictionShifted : DeadlineStepKind.FictionStayed, law.Authority, free, deemed, reason);
        }

        return deemed;
    }

    private static LocalDate Add(LocalDate start, DeadlinePeriod period) => period.Unit switch
    {
        DeadlineUnit.Days => start.PlusDays(period.Count),
        DeadlineUnit.Weeks => start.PlusWeeks(period.Count),
        _ => start.PlusMonths(period.Count),
    };

    private static Doubts DoubtsOf(NotificationFiction fiction) => fiction.Certainty switch
    {
        FictionCertainty.Unverified => Doubts.RuleUnverified,
        FictionCertainty.Unknown => Doubts.RuleUnknown,
        _ => Doubts.None,
    };
}
