using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Deadlines.Serialization;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.Deadlines;

public sealed class DeadlineSpecTextTests
{
    private static readonly DeadlineSpec Full = new(DeadlineRegime.Ao, Day(2026, 6, 9), Bundesland.Niedersachsen, DeadlinePeriod.Parse("P1.5M"))
    {
        Kind = DeadlineEventKind.Posted,
        EventTime = new LocalTime(14, 5),
        Direction = DeadlineDirection.Backward,
        Purpose = DeadlinePurpose.Waiting,
        Municipality = MunicipalityKey.Parse("03241001"),
        RecipientLand = Bundesland.Bayern,
        RecipientMunicipality = MunicipalityKey.Parse("09162000"),
        NamedDay = NamedDay.In(new YearMonth(2026, 8), MonthPart.Middle),
        HasNotice = true,
        ActualReceipt = Day(2026, 6, 12),
        Extension = DeadlineExtension.By(DeadlinePeriod.Parse("P2W")),
        Pauses = [new DeadlinePause(Day(2026, 6, 1), Day(2026, 6, 3)), new DeadlinePause(Day(2026, 6, 20), null)],
        Closures = [Day(2026, 6, 5), Day(2026, 6, 6)],
        CutOff = new LocalTime(15, 0),
        ReminderWorkingDays = 3,
        Policies = new DeadlinePolicies
        {
            FictionShift = false,
            EndShift = EndShift.Previous,
            HolidayPlace = HolidayPlace.Both,
            MunicipalHolidays = MunicipalHolidays.Require,
            HourCounting = HourCounting.ServiceHours,
            ServiceHours = new ServiceHours(new LocalTime(8, 0), new LocalTime(18, 30)),
            ExtensionOrigin = ExtensionOrigin.UnshiftedEnd,
            PublicNoticeDay = PublicNoticeDay.DayAfterPeriod,
            BackwardModel = BackwardModel.GeneralMeeting,
            ActLaw = ActLaw.Of(Bundesland.Hessen),
            IsNonContiguous = true,
        },
    };

    [Fact]
    public void Format_EveryField_HasItsText()
    {
        KeyValuePair<string, string>[] expected =
        [
            new("regime", "AO"),
            new("event", "2026-06-09T14:05"),
            new("kind", "posted"),
            new("period", "P1.5M"),
            new("land", "NI"),
            new("municipality", "03241001"),
            new("recipient_land", "BY"),
            new("direction", "backward"),
            new("fixed_date", "2026-08-middle"),
            new("notice", "yes"),
            new("options", "fiction-shift=no;shift=previous;actual-receipt=2026-06-12;extension=P2W;extension-from=unshifted;pause=2026-06-01/2026-06-03,2026-06-20/;cutoff=15:00;closed=2026-06-05,2026-06-06;act-law=HE;purpose=waiting;holidays=both;recipient-municipality=09162000;municipal-holidays=require;service-hours=08:00-18:30;public-notice-day=day-after;backward=general-meeting;contiguous=no;reminder=3"),
        ];

        Assert.Equal(expected, DeadlineSpecText.Format(Full));
        Assert.Equal(DeadlineSpecText.Columns, expected.Select(column => column.Key));
    }

    [Fact]
    public void Parse_FormattedText_GivesAnEqualSpec()
    {
        DeadlineSpec other = Full with
        {
            EventTime = null,
            Direction = DeadlineDirection.Forward,
            NamedDay = NamedDay.On(Day(2026, 8, 1)),
            HasNotice = false,
            Extension = DeadlineExtension.To(Day(2026, 9, 1)),
            Policies = new DeadlinePolicies { FictionShift = true, EndShift = EndShift.None, HourCounting = HourCounting.All, ActLaw = ActLaw.Federation },
        };
        foreach (DeadlineSpec spec in new[] { Full, other, new DeadlineSpec(DeadlineRegime.Bgb, Day(2026, 1, 1), Bundesland.Berlin, null) })
        {
            Dictionary<string, string> texts = DeadlineSpecText.Format(spec).ToDictionary(column => column.Key, column => column.Value);
            DeadlineSpec read = DeadlineSpecText.Parse(name => texts.GetValueOrDefault(name));

            Assert.Equal(spec, read);
            Assert.Equal(spec.GetHashCode(), read.GetHashCode());
            Assert.Equal(spec, DeadlineJson.ReadSpec(DeadlineJson.WriteSpec(spec)));
        }

        Assert.Contains("act-law=BUND", DeadlineSpecText.Format(other)[^1].Value, StringComparison.Ordinal);
        Assert.Contains("shift=no", DeadlineSpecText.Format(other)[^1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fiction-shift=maybe", "option fiction-shift (5 characters) is unknown; allowed are yes and no.")]
    [InlineData("fiction-shift", "option fiction-shift has no value.")]
    [InlineData("fiction-shift=", "option fiction-shift has no value.")]
    [InlineData("shift=sure", "option shift 'sure' is unknown; allowed are no, next, previous.")]
    [InlineData("actual-receipt=1.6.2026", "option actual-receipt: '1.6.2026' is no date; needed is yyyy-MM-dd.")]
    [InlineData("extension=morgen", "option extension: (6 characters) is neither a period such as P1M nor a date.")]
    [InlineData("pause=2026-06-01", "option pause: '2026-06-01' is no pause; needed is DATE/DATE, or DATE/ while it goes on.")]
    [InlineData("pause=2026-06-01/x", "option pause: 'x' is no date; needed is yyyy-MM-dd.")]
    [InlineData("pause=x/2026-06-01", "option pause: 'x' is no date; needed is yyyy-MM-dd.")]
    [InlineData("closed=2026-06-01,", "option closed: '' is no date; needed is yyyy-MM-dd.")]
    [InlineData("cutoff=3pm", "option cutoff: '3pm' is no time of day; needed is HH:MM.")]
    [InlineData("act-law=XX", "option act-law: 'XX' is neither BUND nor the code of a Land.")]
    [InlineData("purpose=x", "option purpose 'x' is unknown; allowed are act, duration, benefit, waiting.")]
    [InlineData("holidays=x", "option holidays 'x' is unknown; allowed are authority, recipient, both.")]
    [InlineData("recipient-municipality=123", "recipient-municipality '123' is no municipality key (AGS); needed are eight digits.")]
    [InlineData("municipal-holidays=x", "option municipal-holidays 'x' is unknown; allowed are both, require, kept, not-kept.")]
    [InlineData("hours=x", "option hours 'x' is unknown; allowed are all, without-free-days, from-next-full-hour, service-hours, next-service-day.")]
    [InlineData("service-hours=8", "option service-hours: '8' are no hours; needed is HH:MM-HH:MM.")]
    [InlineData("service-hours=08:00-x", "option service-hours: 'x' is no time of day; needed is HH:MM.")]
    [InlineData("public-notice-day=x", "option public-notice-day 'x' is unknown; allowed are last-day, day-after.")]
    [InlineData("backward=x", "option backward 'x' is unknown; allowed are full-days, general-meeting.")]
    [InlineData("contiguous=x", "option contiguous 'x' is unknown; allowed are yes and no.")]
    [InlineData("reminder=x", "option reminder: 'x' is no whole number.")]
    [InlineData("extension-from=x", "option extension-from 'x' is unknown; allowed are shifted, unshifted.")]
    public void Parse_BrokenOption_NamesItAndWhatIsAllowed(string option, string problem)
    {
        DeadlineSpecException refusal = Assert.Throws<DeadlineSpecException>(() => Parse(options: option));

        Assert.Equal([problem.StartsWith("recipient", StringComparison.Ordinal) ? problem : problem.Replace("option fiction-shift (5", "fiction-shift (5", StringComparison.Ordinal).Replace("option contiguous", "contiguous", StringComparison.Ordinal)], refusal.Problems);
        Assert.Equal(refusal.Problems[0], refusal.Message);
    }

    [Fact]
    public void Parse_ManyProblems_AreReportedAtOnce()
    {
        DeadlineSpecException refusal = Assert.Throws<DeadlineSpecException>(() => DeadlineSpecText.Parse(_ => ""));

        Assert.Equal(
            [
                "regime is missing; allowed are service, BGB, VwVfG, SGBX, AO, ZPO, VwGO, SGG, FGO, VwZG, OZG, EU1182.",
                "event is missing; needed is a date.",
                "land is missing; allowed are BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH.",
            ],
            refusal.Problems);
        Assert.Equal(string.Join(' ', refusal.Problems), refusal.Message);
        Assert.Throws<ArgumentNullException>(() => DeadlineSpecText.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => DeadlineSpecText.Format(null!));
    }

    [Fact]
    public void Parse_LooseText_IsUnderstood()
    {
        Assert.Equal(DeadlineRegime.SgbX, Parse(regime: "sgb x").Regime);
        Assert.Equal(Bundesland.Bayern, Parse(land: "by").Land);
        Assert.Equal(new LocalTime(10, 30), Parse(day: "2026-06-01T10:30:00").EventTime);
        Assert.Equal((Bundesland.Bayern, MunicipalHolidays.Kept), (Parse(land: "BY-kath").Land, Parse(land: "BY-kath").Policies.MunicipalHolidays));
        Assert.Equal(MunicipalHolidays.Kept, Parse(land: "SN-sorb").Policies.MunicipalHolidays);
        Assert.Equal(MunicipalHolidays.NotKept, Parse(land: "BY-ev").Policies.MunicipalHolidays);
        Assert.Equal(MunicipalHolidays.Both, Parse(land: "DE-BY").Policies.MunicipalHolidays);
        Assert.Equal(EndShift.Next, Parse(options: " shift = YES ; ; ").Policies.EndShift);
        Assert.Equal(EndShift.Previous, Parse(options: "shift=yes", direction: "backward").Policies.EndShift);
        Assert.Equal([new DeadlinePause(Day(2026, 6, 1), Day(2026, 6, 2)), new DeadlinePause(Day(2026, 6, 4), null), new DeadlinePause(Day(2026, 6, 5), null)], Parse(options: "pause=2026-06-01/2026-06-02, 2026-06-04/;pause=2026-06-05/..").Pauses);
        Assert.Equal([Day(2026, 6, 1), Day(2026, 6, 2)], Parse(options: "closed=2026-06-01;closed=2026-06-02").Closures);
        Assert.False(Parse(options: "contiguous=yes").Policies.IsNonContiguous);
        Assert.False(Parse(options: "fiction-shift=NO").Policies.FictionShift);
    }

    [Fact]
    public void Parse_FixedDayWithoutEvent_TakesTheNamedDay()
    {
        Dictionary<string, string> texts = new() { ["regime"] = "VwVfG", ["kind"] = "appointment", ["land"] = "BE", ["fixed_date"] = "2026-08-15" };

        Assert.Equal(Day(2026, 8, 15), DeadlineSpecText.Parse(name => texts.GetValueOrDefault(name)).EventDay);
        texts["kind"] = "fixed-day";
        Assert.Equal(Day(2026, 8, 15), DeadlineSpecText.Parse(name => texts.GetValueOrDefault(name)).EventDay);
        texts["kind"] = "event";
        Assert.Throws<DeadlineSpecException>(() => DeadlineSpecText.Parse(name => texts.GetValueOrDefault(name)));
    }

    [Theory]
    [InlineData("2026-05-30", 30, null)]
    [InlineData(" 2026-05-beginning ", 1, MonthPart.Beginning)]
    [InlineData("2026-05-Middle", 15, MonthPart.Middle)]
    [InlineData("2026-05-end", 31, MonthPart.End)]
    public void NamedDay_TextForm_IsReadAndWritten(string text, int day, MonthPart? part)
    {
        Assert.True(NamedDay.TryParse(text, out NamedDay named));
        Assert.Equal((Day(2026, 5, day), part), (named.Date, named.Part));
        Assert.Equal(text.Trim(), named.ToString(), ignoreCase: true);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-05-")]
    [InlineData("2026-05")]
    [InlineData("2026-05-last")]
    [InlineData("2026-13-end")]
    [InlineData("2026/05/end")]
    [InlineData("2026-05end")]
    public void NamedDay_AnythingElse_IsNoDay(string? text) => Assert.False(NamedDay.TryParse(text, out _));

    [Fact]
    public void Equals_OtherLists_Differ()
    {
        Assert.NotEqual(Full, Full with { Closures = [Day(2026, 6, 5)] });
        Assert.NotEqual(Full, Full with { Closures = [Day(2026, 6, 5), Day(2026, 6, 7)] });
        Assert.NotEqual(Full, Full with { Pauses = [] });
        Assert.Equal(Full, Full with { Closures = [Day(2026, 6, 5), Day(2026, 6, 6)] });
        LocalDate[] given = [Day(2026, 6, 5)];
        DeadlineSpec spec = Full with { Closures = given };
        given[0] = Day(2026, 1, 1);
        Assert.Equal(Day(2026, 6, 5), spec.Closures[0]);
        Assert.Single(spec.Closures);
        Assert.Equal([Day(2026, 6, 5)], spec.Closures.ToArray());
    }

    [Fact]
    public void ReadSpec_BrokenJson_NamesPath()
    {
        Assert.Contains("deadline, $.regime: found a number; needed is a text.", Refusal("""{ "regime": 1, "event": "2026-06-01", "land": "BE" }""").Message, StringComparison.Ordinal);
        Assert.Contains("deadline, $.regimen: unknown field", Refusal("""{ "regime": "AO", "event": "2026-06-01", "land": "BE", "regimen": "x" }""").Message, StringComparison.Ordinal);
        Assert.Equal("deadline, line 1, column 2: not JSON.", Refusal("{").Message);
        Assert.Contains("deadline, $: found an array; needed is an object.", Refusal("[]").Message, StringComparison.Ordinal);
        DeadlineCalculator calculator = new();
        Assert.Equal("deadline, $.fingerprint: missing; needed is a text. deadline, $.spec: missing; needed is an object.", Assert.Throws<FormatException>(() => calculator.Replay("{}")).Message);
        Assert.Contains("deadline, $.lastDay: not a date", Assert.Throws<FormatException>(() => calculator.Replay("""{ "spec": {}, "fingerprint": "x", "lastDay": "x" }""")).Message, StringComparison.Ordinal);
        Assert.Throws<DeadlineSpecException>(() => calculator.Replay("""{ "spec": {}, "fingerprint": "x" }"""));
        Assert.Throws<ArgumentNullException>(() => DeadlineJson.ReadSpec(null!));
        Assert.Throws<ArgumentNullException>(() => DeadlineJson.WriteSpec(null!));
        Assert.Throws<ArgumentNullException>(() => DeadlineJson.Write(null!));
    }

    [Fact]
    public void ToJson_Deadline_HoldsInputResultStepsAndAlternatives()
    {
        DeadlineSpec spec = new(DeadlineRegime.VwVfG, Day(2024, 12, 31), Bundesland.Niedersachsen, DeadlinePeriod.Parse("P1M")) { Kind = DeadlineEventKind.Posted, ReminderWorkingDays = 1 };
        Deadline deadline = new DeadlineCalculator().Calculate(spec);

        string expected =
            """{"spec":{"regime":"VwVfG","event":"2024-12-31","kind":"posted","period":"P1M","land":"NI","direction":"forward","options":"reminder=1"},"deemedDay":"2025-01-03","rawEnd":"2025-02-03","lastDay":"2025-02-03","endInstant":"2025-02-03T23:00:00Z","reminderDay":"2025-01-31","confidence":"medium","steps":[{"kind":"EventTaken","section":"Verwaltungsverfahrensgesetz","after":"2024-12-31","detail":"Aufgabe zur Post","text":"Aufgabe zur Post am 31.12.2024 (Dienstag) (Verwaltungsverfahrensgesetz)."},""";
        Assert.StartsWith(expected, deadline.ToJson(), StringComparison.Ordinal);
        Assert.EndsWith($$"""],"alternatives":[{"kind":"other-view","lastDay":"2025-02-04","reason":"neue Bekanntgabefiktion schon für vor der Umstellung aufgegebene Bescheide (§ 41 Abs. 2 Satz 1 VwVfG); Übergangsvorschrift nicht gefunden"}],"fingerprint":"{{deadline.Fingerprint}}"}""", deadline.ToJson(), StringComparison.Ordinal);
        Deadline hours = new DeadlineCalculator().Calculate(new DeadlineSpec(DeadlineRegime.VwVfG, Day(2026, 6, 5), Bundesland.Berlin, DeadlinePeriod.Parse("PT24H")) { EventTime = new LocalTime(9, 15) });
        Assert.Contains("\"endTime\":\"2026-06-06T09:15:00\"", hours.ToJson(), StringComparison.Ordinal);
    }

    private static FormatException Refusal(string json) => Assert.Throws<FormatException>(() => DeadlineJson.ReadSpec(json));

    private static DeadlineSpec Parse(string regime = "VwVfG", string day = "2026-06-01", string land = "BE", string options = "", string direction = "")
    {
        Dictionary<string, string> texts = new() { ["regime"] = regime, ["event"] = day, ["land"] = land, ["options"] = options, ["direction"] = direction, ["period"] = "P1M" };
        return DeadlineSpecText.Parse(name => texts.GetValueOrDefault(name));
    }

    private static LocalDate Day(int year, int month, int day) => new(year, month, day);
}
