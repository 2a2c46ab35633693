using FsCheck;
using FsCheck.Fluent;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.Deadlines;

/// <summary>Laws that hold for every deadline.</summary>
public sealed class DeadlineLaws
{
    private const int Cases = 10_000;

    private static readonly DeadlineCalculator Calculator = new();

    private static readonly Gen<LocalDate> Days = Gen.Choose(0, 36_500).Select(days => new LocalDate(1993, 1, 1).PlusDays(days));

    private static readonly Gen<Bundesland> Laender = Gen.Elements(Bundeslaender.All.ToArray());

    private static readonly Gen<DeadlineRegime> Regimes = Gen.Elements(Enum.GetValues<DeadlineRegime>());

    private static readonly Gen<DeadlineUnit> Units = Gen.Elements(
        DeadlineUnit.Days, DeadlineUnit.Weeks, DeadlineUnit.Months, DeadlineUnit.Years, DeadlineUnit.WorkingDays, DeadlineUnit.Werktage);

    private static readonly Gen<DeadlineSpec> Specs =
        from regime in Regimes
        from day in Days
        from land in Laender
        from unit in Units
        from count in Gen.Choose(1, unit == DeadlineUnit.Years ? 5 : 60)
        from kind in Gen.Elements(DeadlineEventKind.Event, DeadlineEventKind.DayStart, DeadlineEventKind.Served)
        select new DeadlineSpec(regime, day, land, DeadlinePeriod.Of(count, unit)) { Kind = kind };

    [Fact]
    public void GetLastDay_LongerPeriod_NeverEndsEarlier() => Check(Specs, spec =>
    {
        DeadlinePeriod period = spec.Period!.Value;
        DeadlineSpec longer = spec with { Period = DeadlinePeriod.Of(period.Count + 1, period.Unit) };
        return Calculator.GetLastDay(spec) <= Calculator.GetLastDay(longer);
    });

    [Fact]
    public void GetLastDay_LaterEvent_NeverEndsEarlier() => Check(Specs, spec =>
        Calculator.GetLastDay(spec) <= Calculator.GetLastDay(spec, spec.EventDay.PlusDays(1)));

    [Fact]
    public void GetLastDay_ForwardThenBackward_LeavesTheWholePeriodBetween() => Check(Specs, spec =>
    {
        // Days and weeks lead back exactly; months and years may lose days at the end of a month. The regulation of the
        // Union keeps two working days forward only.
        DeadlineRegime regime = spec.Regime == DeadlineRegime.EU1182 ? DeadlineRegime.Bgb : spec.Regime;
        DeadlineSpec forward = spec with { Regime = regime, Kind = DeadlineEventKind.Event, Policies = new DeadlinePolicies { EndShift = EndShift.None } };
        LocalDate end = Calculator.GetLastDay(forward)!.Value;
        LocalDate back = Calculator.GetLastDay(forward with { EventDay = end.PlusDays(1), Direction = DeadlineDirection.Backward })!.Value;
        return spec.Period!.Value.Unit switch
        {
            DeadlineUnit.Days or DeadlineUnit.Weeks => back == spec.EventDay,
            DeadlineUnit.Months or DeadlineUnit.Years => Math.Abs(Period.DaysBetween(spec.EventDay, back)) <= 3,
            _ => back <= spec.EventDay && Calculator.GetLastDay(forward, back) <= end,
        };
    });

    [Fact]
    public void RawEnd_MonthPeriod_HasTheSameNumberOrIsTheLastOfTheMonth() => Check(Specs, spec =>
    {
        DeadlinePeriod period = spec.Period!.Value;
        LocalDate end = Calculator.Calculate(spec with { Kind = DeadlineEventKind.Event }).RawEnd!.Value;
        bool isLastOfMonth = end.PlusDays(1).Day == 1;
        return period.Unit is not (DeadlineUnit.Months or DeadlineUnit.Years)
            || end.Day == spec.EventDay.Day
            || (isLastOfMonth && end.Day < spec.EventDay.Day);
    });

    [Fact]
    public void LastDay_Shift_NeverMovesFurtherThanTheLongestRunOfFreeDays() => Check(Specs, spec =>
    {
        Deadline deadline = Calculator.Calculate(spec);
        int moved = Period.DaysBetween(deadline.RawEnd!.Value, deadline.LastDay!.Value);
        return moved >= 0 && moved <= FreeDays.LongestRun(spec.Land, deadline.RawEnd.Value.Year);
    });

    [Fact]
    public void LastDay_ShiftedEnd_IsTheFirstDayThatIsNotFree() => Check(Specs, spec =>
    {
        Deadline deadline = Calculator.Calculate(spec with { Policies = new DeadlinePolicies { EndShift = EndShift.Next, MunicipalHolidays = MunicipalHolidays.NotKept } });
        LocalDate expected = deadline.RawEnd!.Value;
        while (FreeDays.IsFree(expected, spec.Land))
        {
            expected = expected.PlusDays(1);
        }

        // Art. 3 Abs. 5 of the regulation may move it once more.
        return spec.Regime == DeadlineRegime.EU1182 ? deadline.LastDay >= expected : deadline.LastDay == expected;
    });

    [Fact]
    public void LastDay_PauseInsideADayPeriod_MovesByItsDays()
    {
        Gen<(LocalDate Day, Bundesland Land, int Count, int Offset, int Length)> cases =
            from day in Days
            from land in Laender
            from count in Gen.Choose(1, 100)
            from offset in Gen.Choose(1, count)
            from length in Gen.Choose(1, 60)
            select (day, land, count, offset, length);
        Check(cases, item =>
        {
            DeadlineSpec spec = new(DeadlineRegime.Service, item.Day, item.Land, DeadlinePeriod.Of(item.Count, DeadlineUnit.Days));
            LocalDate start = item.Day.PlusDays(item.Offset);
            DeadlineSpec paused = spec with { Pauses = [new DeadlinePause(start, start.PlusDays(item.Length - 1))] };
            return Calculator.GetLastDay(paused) == Calculator.GetLastDay(spec)!.Value.PlusDays(item.Length);
        });
    }

    [Fact]
    public void LastDay_PausesAndClosures_EqualTheDayByDayCount()
    {
        Gen<(DeadlineSpec Spec, int[] Offsets, int[] Lengths, int[] Closed)> cases =
            from day in Days
            from land in Laender
            from unit in Gen.Elements(DeadlineUnit.Days, DeadlineUnit.WorkingDays, DeadlineUnit.Werktage)
            from count in Gen.Choose(1, 30)
            from offsets in Gen.Choose(-10, 60).ArrayOf(3)
            from lengths in Gen.Choose(1, 12).ArrayOf(3)
            from closed in Gen.Choose(-5, 60).ArrayOf(4)
            select (new DeadlineSpec(DeadlineRegime.Service, day, land, DeadlinePeriod.Of(count, unit)), offsets, lengths, closed);
        Check(cases, item =>
        {
            DeadlinePause[] pauses = [.. item.Offsets.Zip(item.Lengths, (offset, length) =>
                new DeadlinePause(item.Spec.EventDay.PlusDays(offset), item.Spec.EventDay.PlusDays(offset + length - 1)))];
            LocalDate[] closures = [.. item.Closed.Select(offset => item.Spec.EventDay.PlusDays(offset))];
            DeadlineSpec spec = item.Spec with { Pauses = pauses, Closures = closures, Policies = new DeadlinePolicies { MunicipalHolidays = MunicipalHolidays.NotKept } };
            return Calculator.GetLastDay(spec) == FreeDays.CountDayByDay(spec);
        });
    }

    [Fact]
    public void Calculate_AnySpec_LastStepEqualsResultAndFastPathAgrees() => Check(Specs, spec =>
    {
        Deadline deadline = Calculator.Calculate(spec);
        return deadline.Steps[^1].After == deadline.LastDay
            && deadline.Steps[^1].Kind == DeadlineStepKind.Result
            && Calculator.GetLastDay(spec) == deadline.LastDay
            && deadline.Steps.All(step => step.ToGerman().EndsWith($"({step.Section}).", StringComparison.Ordinal));
    });

    [Fact]
    public void Replay_AnySpec_GivesTheSameResultAndFingerprint() => Check(Specs, spec =>
    {
        Deadline deadline = Calculator.Calculate(spec);
        DeadlineReplay replay = Calculator.Replay(deadline.ToJson());
        return replay is { HasSameLastDay: true, HasSameFingerprint: true }
            && replay.Recomputed.Spec == spec
            && replay.Recomputed.ToJson() == deadline.ToJson();
    });

    [Fact]
    public void GetLastDay_FictionAndReceipt_LaterOneDecides()
    {
        Gen<(DeadlineSpec Spec, int Receipt)> cases =
            from regime in Gen.Elements(DeadlineRegime.VwVfG, DeadlineRegime.SgbX, DeadlineRegime.Ao, DeadlineRegime.VwZG)
            from day in Days
            from land in Laender
            from receipt in Gen.Choose(0, 20)
            select (new DeadlineSpec(regime, day, land, DeadlinePeriod.Parse("P1M")) { Kind = DeadlineEventKind.Posted }, receipt);
        Check(cases, item =>
        {
            LocalDate fiction = Calculator.Calculate(item.Spec).DeemedDay!.Value;
            LocalDate receipt = item.Spec.EventDay.PlusDays(item.Receipt);
            int days = Period.DaysBetween(item.Spec.EventDay, fiction);
            int least = item.Spec.EventDay < new LocalDate(2025, 1, 1) ? 3 : 4;
            return Calculator.Calculate(item.Spec with { ActualReceipt = receipt }).DeemedDay == LocalDate.Max(receipt, fiction)
                && days >= least
                && (days == least || item.Spec.Regime == DeadlineRegime.Ao);
        });
    }

    private static void Check<T>(Gen<T> cases, Func<T, bool> law) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(cases.ToArbitrary(), law));
}
