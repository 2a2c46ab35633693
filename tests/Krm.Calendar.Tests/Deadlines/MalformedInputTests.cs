using FsCheck;
using FsCheck.Fluent;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Deadlines.Serialization;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Calendar.Tests.Deadlines;

/// <summary>A thousand and more random inputs of every malformed kind: only documented exceptions, and no text of a cell in them.</summary>
public sealed class MalformedInputTests
{
    private const int Cases = 2_000;

    private static readonly DeadlineCalculator Calculator = new();

    private static readonly string[] Fragments =
    [
        "", " ", "VwVfG", "AO", "service", "BGB", "ZPO", "EU1182", "OZG", "2026-05-30", "2026-02-30", "2026-05-30T10:00", "2026-03-29T02:30", "0000-00-00", "9999-12-31",
        "P1M", "P0D", "PT48H", "PT0H", "15AT", "0AT", "P1.5M", "P999999Y", "-P1D", "at-once", "BE", "BY", "XX", "DE", "BY-kath", "09162000", "00000000", "1", "-1",
        "posted", "event", "day-start", "abroad", "portal-available", "public-notice", "fixed-day", "appointment", "served", "forward", "backward", "yes", "no", "vielleicht",
        "shift=yes", "shift=", "=", ";;;", "shift=no;shift=yes", "pause=2026-05-30/2026-05-01", "pause=/", "pause=2026-05-01/", "closed=2026-05-01,,x", "cutoff=24:00", "cutoff=15:00",
        "extension=P1M", "extension=2020-01-01", "extension=PT1H", "actual-receipt=2026-06-01", "fiction-shift=ja", "act-law=BW", "act-law=QQ", "hours=all", "service-hours=18:00-08:00",
        "service-hours=8", "purpose=waiting", "backward=general-meeting", "contiguous=no", "reminder=99999999999", "holidays=both", "municipal-holidays=require", "Frau Müller, Musterweg 7 ☎", "\u0000", "💥",
    ];

    [Fact]
    public void Parse_RandomCells_OnlyDocumentedExceptions()
    {
        Gen<string[]> rows = Gen.Elements(Fragments).ArrayOf(DeadlineSpecText.Columns.Count);
        Check(rows, cells => IsDocumented(() =>
        {
            DeadlineSpec spec = DeadlineSpecText.Parse(name => cells[DeadlineSpecText.Columns.ToList().IndexOf(name)]);
            Calculator.Calculate(spec);
        }));
    }

    // Each row starts from a sound one, so that the damage reaches every check.
    [Fact]
    public void Calculate_OneOrMoreDamagedCells_OnlyDocumentedExceptions()
    {
        Dictionary<string, string> sound = new() { ["regime"] = "VwVfG", ["event"] = "2026-05-04", ["period"] = "P1M", ["land"] = "BY" };
        Gen<(int[] Columns, string[] Cells, string[] Options)> damages =
            from columns in Gen.Choose(0, DeadlineSpecText.Columns.Count - 1).ArrayOf(2)
            from cells in Gen.Elements(Fragments).ArrayOf(2)
            from options in Gen.Elements(Fragments).ArrayOf(2)
            select (columns, cells, options);
        Check(damages, damage => IsDocumented(() =>
        {
            Dictionary<string, string> row = new(sound) { ["options"] = string.Join(';', damage.Options) };
            for (int i = 0; i < damage.Columns.Length; i++)
            {
                row[DeadlineSpecText.Columns[damage.Columns[i]]] = damage.Cells[i];
            }

            Deadline deadline = Calculator.Calculate(DeadlineSpecText.Parse(name => row.GetValueOrDefault(name)));
            Assert.Equal(deadline.LastDay, Calculator.GetLastDay(deadline.Spec));
            Assert.NotEmpty(deadline.ToGerman());
        }));
    }

    [Fact]
    public void Calculate_RandomSpecs_OnlyDocumentedExceptions()
    {
        Gen<DeadlineSpec> specs =
            from numbers in Gen.Choose(-2, 13).ArrayOf(24)
            from day in Gen.Choose(-800_000, 800_000)
            select Random(numbers, day);
        Check(specs, spec => IsDocumented(() =>
        {
            Deadline deadline = Calculator.Calculate(spec);
            Assert.Equal(deadline.LastDay, Calculator.GetLastDay(spec));
            Assert.Equal(spec, DeadlineJson.ReadSpec(DeadlineJson.WriteSpec(spec)));
        }));
    }

    [Fact]
    public void Replay_BrokenJson_OnlyDocumentedExceptions()
    {
        string sound = Calculator.Calculate(new DeadlineSpec(DeadlineRegime.Ao, new LocalDate(2026, 6, 9), Bundesland.Berlin, DeadlinePeriod.Parse("P1M")) { Kind = DeadlineEventKind.Posted }).ToJson();
        Gen<(int Start, int Length, string Text)> cuts =
            from start in Gen.Choose(0, sound.Length - 1)
            from length in Gen.Choose(0, sound.Length - start)
            from text in Gen.Elements(Fragments)
            select (start, length, text);
        Check(cuts, cut => IsDocumented(() => Calculator.Replay(sound.Remove(cut.Start, cut.Length).Insert(cut.Start, cut.Text))));
    }

    [Fact]
    public void Read_BrokenRuleBook_OnlyDocumentedExceptions()
    {
        string sound = RuleBookText.Shipped;
        Gen<(int Start, int Length, string Text)> cuts =
            from start in Gen.Choose(0, sound.Length - 1)
            from length in Gen.Choose(0, Math.Min(40, sound.Length - start))
            from text in Gen.Elements(Fragments.Append("\"").Append("{").Append("null").Append("7").ToArray())
            select (start, length, text);
        Check(cuts, cut => IsDocumented(() => DeadlineRuleBook.Read(sound.Remove(cut.Start, cut.Length).Insert(cut.Start, cut.Text), "rules.json")), 1_000);
    }

    [Fact]
    public void Parse_CitizensText_IsNeverRepeated()
    {
        const string Text = "Frau Müller, Musterweg 7";
        foreach (string column in DeadlineSpecText.Columns)
        {
            DeadlineSpecException refusal = Assert.Throws<DeadlineSpecException>(() => DeadlineSpecText.Parse(_ => Text));
            Assert.DoesNotContain("Müller", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("(24 characters)", refusal.Message, StringComparison.Ordinal);
            Assert.NotEmpty(column);
        }
    }

    private static DeadlineSpec Random(int[] numbers, int day)
    {
        LocalDate eventDay = new LocalDate(2026, 1, 1).PlusDays(day % 100 == 0 ? day : day % 20_000);
        LocalDate near = eventDay.PlusDays(3 * numbers[9]);
        return new DeadlineSpec((DeadlineRegime)numbers[0], eventDay, (Bundesland)(numbers[1] + 2), PeriodOf(numbers[2], numbers[3]))
        {
            Kind = (DeadlineEventKind)numbers[4],
            EventTime = numbers[5] > 6 ? new LocalTime(numbers[5], 30) : null,
            Direction = (DeadlineDirection)(numbers[6] / 6),
            Purpose = numbers[7] > 9 ? (DeadlinePurpose)(numbers[7] - 9) : null,
            RecipientLand = numbers[8] > 5 ? (Bundesland)(numbers[8] - 1) : null,
            Municipality = numbers[8] == 1 ? default(MunicipalityKey) : null,
            NamedDay = numbers[10] > 8 ? NamedDay.On(near) : null,
            HasNotice = numbers[10] is > 10 or 3,
            ActualReceipt = numbers[11] > 10 ? near : null,
            Extension = numbers[12] switch { > 11 => DeadlineExtension.To(near), > 9 => DeadlineExtension.By(PeriodOf(numbers[13], 3) ?? default), 9 => default(DeadlineExtension), _ => null },
            Pauses = numbers[14] > 10 ? [new DeadlinePause(near, numbers[15] > 10 ? null : near.PlusDays(numbers[15]))] : [],
            Closures = numbers[16] > 10 ? [near] : [],
            CutOff = numbers[17] > 11 ? new LocalTime(15, 0) : null,
            ReminderWorkingDays = numbers[18] > 10 ? numbers[18] - 11 : null,
            Policies = new DeadlinePolicies
            {
                FictionShift = numbers[19] > 11 ? true : null,
                EndShift = numbers[19] < 0 ? (EndShift)(numbers[19] + 3) : null,
                HolidayPlace = numbers[20] > 10 ? (HolidayPlace)(numbers[20] - 11) : null,
                MunicipalHolidays = (MunicipalHolidays)(numbers[20] < 4 ? numbers[20] : 0),
                HourCounting = numbers[21] > 10 ? (HourCounting)(numbers[21] - 9) : null,
                ServiceHours = numbers[21] > 12 ? new ServiceHours(new LocalTime(8, 0), new LocalTime(12, 0)) : null,
                ActLaw = numbers[22] > 10 ? ActLaw.Of((Bundesland)numbers[21]) : null,
                BackwardModel = (BackwardModel)(numbers[22] / 7),
                IsNonContiguous = numbers[23] > 11,
                PublicNoticeDay = (PublicNoticeDay)(numbers[23] / 9),
                ExtensionOrigin = (ExtensionOrigin)(numbers[13] / 8),
            },
        };
    }

    private static DeadlinePeriod? PeriodOf(int unit, int count) => unit switch
    {
        -2 => null,
        -1 => default(DeadlinePeriod),
        7 => DeadlinePeriod.AtOnce,
        < 7 => DeadlinePeriod.Of(Math.Max(1, count), (DeadlineUnit)unit),
        13 => DeadlinePeriod.WithHalfMonth(Math.Max(0, count)),
        _ => DeadlinePeriod.Of(Math.Max(1, 10 * count), (DeadlineUnit)(unit - 8)),
    };

    private static bool IsDocumented(Action action)
    {
        Exception? thrown = Record.Exception(action);
        return thrown is null or DeadlineSpecException or DeadlineRulesException or FormatException
            || thrown is ArgumentOutOfRangeException { Message.Length: > 0 };
    }

    private static void Check<T>(Gen<T> cases, Func<T, bool> law, int count = Cases) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(cases.ToArbitrary(), law));
}
