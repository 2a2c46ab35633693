using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.Deadlines;

/// <summary>Every refusal with its exact words; rows that a text cannot spell are built here.</summary>
public sealed class SpecCheckTests
{
    private static readonly DeadlineCalculator Calculator = new();

    private static readonly DeadlineSpec Sound = new(DeadlineRegime.VwVfG, Day(2026, 6, 1), Bundesland.Berlin, DeadlinePeriod.Parse("P1M"));

    private static readonly DeadlineSpec Service = Sound with { Regime = DeadlineRegime.Service };

    private static readonly DeadlineSpec Hours = Service with { Period = DeadlinePeriod.Parse("PT24H"), EventTime = new LocalTime(10, 0) };

    private static readonly DeadlineSpec Back = Sound with { Direction = DeadlineDirection.Backward };

    public static TheoryData<string, DeadlineSpec> Refusals => new()
    {
        { "Policies are null; needed are DeadlinePolicies.Default or others.", Sound with { Policies = null! } },
        { "The regime is unknown.", Sound with { Regime = (DeadlineRegime)12 } },
        { "The regime is unknown.", Sound with { Regime = (DeadlineRegime)(-1) } },
        { "The kind of event is unknown.", Sound with { Kind = (DeadlineEventKind)11 } },
        { "The direction is unknown.", Sound with { Direction = (DeadlineDirection)2 } },
        { "The Land is unknown.", Sound with { Land = (Bundesland)16 } },
        { "The Land of the recipient is unknown.", Sound with { RecipientLand = (Bundesland)16 } },
        { "The purpose is unknown.", Sound with { Purpose = (DeadlinePurpose)4 } },
        { "The day of the event is outside the years 1800 to 2300 of the ISO calendar.", Sound with { EventDay = Day(1799, 12, 31) } },
        { "The day of the event is outside the years 1800 to 2300 of the ISO calendar.", Sound with { EventDay = Day(2301, 1, 1) } },
        { "The day of the event is outside the years 1800 to 2300 of the ISO calendar.", Sound with { EventDay = Day(2026, 1, 1).WithCalendar(CalendarSystem.Julian) } },
        { "The named day is outside the years 1800 to 2300 of the ISO calendar.", Sound with { NamedDay = NamedDay.On(Day(1799, 1, 1)) } },
        { "The actual receipt is outside the years 1800 to 2300 of the ISO calendar.", Sound with { ActualReceipt = Day(1799, 1, 1) } },
        { "The extension is outside the years 1800 to 2300 of the ISO calendar.", Sound with { Extension = DeadlineExtension.To(Day(2301, 1, 1)) } },
        { "The shift of the end is unknown.", Sound with { Policies = new() { EndShift = (EndShift)3 } } },
        { "The place of holidays is unknown.", Sound with { Policies = new() { HolidayPlace = (HolidayPlace)3 } } },
        { "The counting of hours is unknown.", Sound with { Policies = new() { HourCounting = (HourCounting)5 } } },
        { "The policy on municipal holidays is unknown.", Sound with { Policies = new() { MunicipalHolidays = (MunicipalHolidays)4 } } },
        { "The origin of an extension is unknown.", Sound with { Policies = new() { ExtensionOrigin = (ExtensionOrigin)2 } } },
        { "The day of public notice is unknown.", Sound with { Policies = new() { PublicNoticeDay = (PublicNoticeDay)2 } } },
        { "The model of counting back is unknown.", Sound with { Policies = new() { BackwardModel = (BackwardModel)2 } } },
        { "The Land of the act's law is unknown.", Sound with { Policies = new() { ActLaw = ActLaw.Of((Bundesland)16) } } },
        { "The municipality '' does not lie in BE.", Sound with { Municipality = default(MunicipalityKey) } },
        { "The municipality '09162000' does not lie in BE.", Sound with { Municipality = MunicipalityKey.Parse("09162000") } },
        { "The recipient's municipality '11000000' does not lie in BY.", Sound with { RecipientLand = Bundesland.Bayern, RecipientMunicipality = MunicipalityKey.Parse("11000000") } },
        { "A municipality of the recipient is given without a Land of the recipient.", Sound with { RecipientMunicipality = MunicipalityKey.Parse("11000000") } },
        { "The holidays of the recipient are asked for without a Land of the recipient.", Sound with { Policies = new() { HolidayPlace = HolidayPlace.Both } } },
        { "The period is missing; needed is one such as P1M, P2W, PT48H or 15AT.", Sound with { Period = null } },
        { "The period is missing; needed is one such as P1M, P2W, PT48H or 15AT.", Sound with { Period = default(DeadlinePeriod) } },
        { "'At once' is for service targets that run from an event, without pauses.", Service with { Period = DeadlinePeriod.AtOnce, Pauses = [new(Day(2026, 6, 2), null)] } },
        { "'At once' is for service targets that run from an event, without pauses.", Service with { Period = DeadlinePeriod.AtOnce, Kind = DeadlineEventKind.Served } },
        { "'At once' cannot be counted back.", Service with { Period = DeadlinePeriod.AtOnce, Direction = DeadlineDirection.Backward } },
        { "A period counted back runs up to an event; other kinds are contradictory.", Back with { Kind = DeadlineEventKind.Served } },
        { "A period counted back has no extension, pauses or purpose.", Back with { Purpose = DeadlinePurpose.Act } },
        { "A period counted back has no extension, pauses or purpose.", Back with { Regime = DeadlineRegime.Bgb, Pauses = [new(Day(2026, 6, 2), null)] } },
        { "§ 121 Abs. 7 AktG counts days, weeks, months or years.", Back with { Period = DeadlinePeriod.Parse("3AT"), Policies = new() { BackwardModel = BackwardModel.GeneralMeeting } } },
        { "A counting of hours is given for a period that is not in hours.", Sound with { Policies = new() { ServiceHours = new(new(8, 0), new(12, 0)) } } },
        { "A period in hours runs from the moment of an event; the kind gives a day only.", Hours with { Kind = DeadlineEventKind.DayStart } },
        { "Service hours and the counting by service hours belong together.", Hours with { Policies = new() { HourCounting = HourCounting.ServiceHours } } },
        { "Service hours and the counting by service hours belong together.", Hours with { Policies = new() { HourCounting = HourCounting.All, ServiceHours = new(new(8, 0), new(12, 0)) } } },
        { "Service hours close before they open.", Hours with { Policies = new() { HourCounting = HourCounting.ServiceHours, ServiceHours = new(new(8, 0), new(8, 0)) } } },
        { "A cut-off is for periods in days or longer.", Hours with { CutOff = new(15, 0) } },
        { "Service days are not counted back.", Hours with { Direction = DeadlineDirection.Backward, Policies = new() { HourCounting = HourCounting.NextServiceDay } } },
        { "A purpose is for periods in days or longer.", Hours with { Purpose = DeadlinePurpose.Act } },
        { "More than 1000 pauses.", Service with { Pauses = [.. Enumerable.Range(1, 1_001).Select(n => new DeadlinePause(Day(2026, 6, 1).PlusDays(2 * n), Day(2026, 6, 1).PlusDays(2 * n)))] } },
        { "More than 10000 closures.", Service with { Closures = [.. Enumerable.Range(1, 10_001).Select(n => Day(2026, 6, 1).PlusDays(n))] } },
        { "A pause is outside the years 1800 to 2300 of the ISO calendar.", Service with { Pauses = [new(Day(1799, 1, 1), null)] } },
        { "A pause is outside the years 1800 to 2300 of the ISO calendar.", Service with { Pauses = [new(Day(2026, 1, 1), Day(2301, 1, 1))] } },
        { "A cut-off is for a receipt from which a service target runs.", Service with { CutOff = new(15, 0), EventTime = new(16, 0), Kind = DeadlineEventKind.Served } },
        { "A cut-off is for a receipt from which a service target runs.", Service with { CutOff = new(15, 0), EventTime = new(16, 0), Direction = DeadlineDirection.Backward } },
        { "The reminder lies 1 to 1000 working days before the end.", Sound with { ReminderWorkingDays = 1_001 } },
        { "The extension is empty; needed is a period or a day.", Sound with { Extension = default(DeadlineExtension) } },
        { "The extension is empty; needed is a period or a day.", Sound with { Extension = DeadlineExtension.By(DeadlinePeriod.AtOnce) } },
        { "The extension is empty; needed is a period or a day.", Sound with { Extension = DeadlineExtension.By(default) } },
        { "A period in hours is extended by hours, any other not.", Sound with { Extension = DeadlineExtension.By(DeadlinePeriod.Parse("PT1H")) } },
        { "Service days are not extended by hours.", Hours with { Extension = DeadlineExtension.By(DeadlinePeriod.Parse("PT1H")), Policies = new() { HourCounting = HourCounting.NextServiceDay } } },
        { "An extension to a named day has no origin.", Sound with { Extension = DeadlineExtension.To(Day(2026, 8, 1)), Policies = new() { ExtensionOrigin = ExtensionOrigin.UnshiftedEnd } } },
        { "A day of public notice is given without one.", Sound with { Policies = new() { PublicNoticeDay = PublicNoticeDay.DayAfterPeriod } } },
        { "§ 191 BGB is about periods in months and years.", Sound with { Period = DeadlinePeriod.Parse("P10D"), Policies = new() { IsNonContiguous = true } } },
    };

    public static TheoryData<string, DeadlineSpec> Limits => new()
    {
        { "first year", Service with { EventDay = Day(1800, 1, 1) } },
        { "last year", Service with { EventDay = Day(2300, 12, 1), Policies = new() { EndShift = EndShift.None } } },
        { "longest reminder", Sound with { ReminderWorkingDays = 1_000 } },
        { "shortest reminder", Sound with { ReminderWorkingDays = 1 } },
        { "most pauses", Service with { Pauses = [.. Enumerable.Range(1, 1_000).Select(n => new DeadlinePause(Day(2026, 6, 1).PlusDays(2 * n), Day(2026, 6, 1).PlusDays(2 * n)))] } },
        { "most closures", Service with { Closures = [.. Enumerable.Range(1, 10_000).Select(n => Day(2026, 6, 1).PlusDays(n))] } },
        { "pause of one day", Service with { Pauses = [new(Day(2026, 6, 2), Day(2026, 6, 2))] } },
        { "receipt on the day of posting", Sound with { Kind = DeadlineEventKind.Posted, ActualReceipt = Day(2026, 6, 1) } },
        { "named day on the day of the event", Sound with { Kind = DeadlineEventKind.FixedDay, Period = null, NamedDay = NamedDay.On(Day(2026, 6, 1)) } },
        { "extension to the end", Sound with { Extension = DeadlineExtension.To(Day(2026, 7, 1)) } },
        { "federal law where no Land decides", Sound with { Regime = DeadlineRegime.Ao, Policies = new() { ActLaw = ActLaw.Federation } } },
        { "a Land's law without fiction", Sound with { Policies = new() { ActLaw = ActLaw.Of(Bundesland.Hessen) } } },
        { "a Land's law before its courts", Sound with { Regime = DeadlineRegime.VwGO, Policies = new() { ActLaw = ActLaw.Of(Bundesland.Hessen) } } },
        { "authority's holidays without recipient", Sound with { Policies = new() { HolidayPlace = HolidayPlace.Authority } } },
        { "meeting without shift", Back with { Policies = new() { BackwardModel = BackwardModel.GeneralMeeting, EndShift = EndShift.None } } },
        { "hours without shift", Hours with { Policies = new() { EndShift = EndShift.None } } },
        { "cut-off of a statutory period without time", Sound with { CutOff = new(15, 0) } },
        { "non-contiguous years", Sound with { Period = DeadlinePeriod.Parse("P1Y"), Policies = new() { IsNonContiguous = true } } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Calculate_ContradictoryInput_IsRefusedInTheseWords(string problem, DeadlineSpec spec)
    {
        Assert.Contains(problem, Assert.Throws<DeadlineSpecException>(() => Calculator.Calculate(spec)).Problems);
        Assert.Contains(problem, Assert.Throws<DeadlineSpecException>(() => Calculator.GetLastDay(spec)).Problems);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Calculate_InputAtTheLimit_IsTaken(string what, DeadlineSpec spec)
    {
        Assert.NotEmpty(what);
        Assert.Equal(Calculator.GetLastDay(spec), Calculator.Calculate(spec).LastDay);
    }

    [Fact]
    public void Calculate_SeveralProblems_AreReportedAtOnce()
    {
        DeadlineSpecException refusal = Assert.Throws<DeadlineSpecException>(() => Calculator.Calculate(Sound with { Period = null, HasNotice = true, ActualReceipt = Day(2026, 6, 5) }));

        Assert.Equal(3, refusal.Problems.Count);
        Assert.Equal(string.Join(' ', refusal.Problems), refusal.Message);
    }

    private static LocalDate Day(int year, int month, int day) => new(year, month, day);
}
