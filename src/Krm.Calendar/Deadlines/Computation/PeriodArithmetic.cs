using Krm.Calendar.Deadlines.Lawbook;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>End of a period before pauses and shift (§§ 187–189, 191 BGB), forward and backward.</summary>
internal static class PeriodArithmetic
{
    // § 189 Abs. 1 BGB; § 191 BGB.
    private const int HalfMonthDays = 15;
    private const int DaysOfMonth = 30;
    private const int DaysOfYear = 365;

    /// <summary>The last day of a period that begins after <paramref name="anchor"/>, or with it.</summary>
    /// <param name="input">Gives the calendars, the sections and the log.</param>
    /// <param name="anchor">Day of the event, or the first day that counts.</param>
    /// <param name="period">The period, not in hours.</param>
    /// <param name="countsAnchor">Whether the first day counts (§ 187 Abs. 2 BGB).</param>
    public static LocalDate EndOf(in ReckoningInput input, LocalDate anchor, DeadlinePeriod period, bool countsAnchor)
    {
        int first = countsAnchor ? 1 : 0;
        switch (period.Unit)
        {
            case DeadlineUnit.Days:
                return anchor.PlusDays(period.Count - first);
            case DeadlineUnit.Weeks:
                return anchor.PlusDays((7 * period.Count) - first);
            case DeadlineUnit.WorkingDays or DeadlineUnit.Werktage:
                return input.Place.For(period.Unit).AddWorkingDays(anchor.PlusDays(-first), period.Count);
            case DeadlineUnit.AtOnce:
                return anchor;
        }

        if (input.Policies.IsNonContiguous)
        {
            int days = InDays(period);
            input.Log?.Add(DeadlineStepKind.TurnedIntoDays, input.Rules.Section(RuleTopic.NonContiguous), null, null, $"{EventWords.Of(period)} = {days} Tage");
            return anchor.PlusDays(days - first);
        }

        LocalDate whole = countsAnchor ? EndWithFirstDay(anchor, Months(period)) : anchor.PlusMonths(Months(period));
        if (whole.Day < anchor.Day - first)
        {
            input.Log?.Add(DeadlineStepKind.MonthEndTaken, input.Rules.Section(RuleTopic.MonthEnd), null, whole);
        }

        return period.HasHalfMonth ? WithHalfMonth(input, whole) : whole;
    }

    /// <summary>The last day on which an act still leaves the whole period before <paramref name="anchor"/>.</summary>
    public static LocalDate LastDayBefore(in ReckoningInput input, LocalDate anchor, DeadlinePeriod period)
    {
        // Under § 121 Abs. 7 AktG only the day of the meeting does not count, otherwise the day of the act neither.
        int gap = input.Policies.BackwardModel == Policies.BackwardModel.GeneralMeeting ? 0 : 1;
        return period.Unit switch
        {
            DeadlineUnit.Days => anchor.PlusDays(-period.Count - gap),
            DeadlineUnit.Weeks => anchor.PlusDays((-7 * period.Count) - gap),
            DeadlineUnit.WorkingDays or DeadlineUnit.Werktage => input.Place.For(period.Unit).AddWorkingDays(anchor, -period.Count - gap),
            _ when input.Policies.IsNonContiguous => anchor.PlusDays(-InDays(period) - gap),
            _ => anchor.PlusMonths(-Months(period)).PlusDays((period.HasHalfMonth ? -HalfMonthDays : 0) - gap),
        };
    }

    private static LocalDate WithHalfMonth(in ReckoningInput input, LocalDate whole)
    {
        LocalDate end = whole.PlusDays(HalfMonthDays);
        input.Log?.Add(DeadlineStepKind.HalfMonthAdded, input.Rules.Section(RuleTopic.HalfMonth), whole, end);
        return end;
    }

    // The day before the one that corresponds by number; in the first of a month that is the last of the month before.
    private static LocalDate EndWithFirstDay(LocalDate first, int months) => months == 0
        ? first.PlusDays(-1)
        : first.Day == 1
            ? first.PlusMonths(months).PlusDays(-1)
            : first.PlusDays(-1).PlusMonths(months);

    private static int Months(DeadlinePeriod period) => period.Unit == DeadlineUnit.Years ? 12 * period.Count : period.Count;

    private static int InDays(DeadlinePeriod period) => period.Unit == DeadlineUnit.Years
        ? DaysOfYear * period.Count
        : (DaysOfMonth * period.Count) + (period.HasHalfMonth ? HalfMonthDays : 0);
}
