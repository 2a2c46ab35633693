using Krm.Calendar.Holidays;
using Krm.Rules.Facts;
using NodaTime;

namespace Krm.Rules.Tests.Facts;

public class FactBindingTests
{
    private static readonly RuleSet Probe = RuleSet.Read(RuleSetTexts.WithTable(RuleSetTexts.Table(
        "collect", RuleSetTexts.Rule("r1", """{ "kanal": "Fax", "dringend": true, "betrag": { "from": 12.5 }, "frist": "2026-05-01", "text": "Eil" }"""))));

    [Fact]
    public void Read_BoundDictionaryAndSpan_GiveTheSameFacts()
    {
        var binding = Probe.Bind<Ticket>(ticket => ticket.Number, ticket => ticket.Received)
            .Fact("kanal", ticket => ticket.Channel)
            .Fact("dringend", ticket => ticket.IsUrgent)
            .Fact("betrag", ticket => ticket.Amount)
            .Fact("frist", ticket => ticket.Until)
            .Fact("text", ticket => ticket.Text);
        var bound = binding.Read(new Ticket("9", new LocalDate(2026, 3, 2), "fax", true, 12.5m, new LocalDate(2026, 5, 1), "Eil"));
        var read = CaseFacts.Create(Probe, "9", new LocalDate(2026, 3, 2), new Dictionary<string, string?>
        {
            ["kanal"] = "Fax",
            ["dringend"] = "ja",
            ["betrag"] = "12.5",
            ["frist"] = "2026-05-01",
            ["text"] = "Eil",
        });
        var taken = CaseFacts.Create(Probe, "9", read.Values);

        Assert.Equal(read.Values.ToArray(), bound.Values.ToArray());
        Assert.Equal(read.Values.ToArray(), taken.Values.ToArray());
        Assert.Equal("r1", Assert.Single(new RuleEvaluator(Probe, Bundesland.Hamburg).Evaluate(bound).FiredRules).Id);
        Assert.Equal("9", bound.CaseId);
    }

    [Fact]
    public void Read_NothingBound_TakesDefaults()
    {
        var facts = Probe.Bind<Ticket>(ticket => ticket.Number, ticket => ticket.Received).Read(new Ticket("9", new LocalDate(2026, 3, 2), null, null, null, null, null));

        Assert.Equal("Brief", Probe.FindFact("kanal")!.Format(facts[Probe.FindFact("kanal")!]));
        Assert.Equal("10,00", Probe.FindFact("betrag")!.Format(facts[Probe.FindFact("betrag")!]));
        Assert.True(facts[Probe.FindFact("frist")!].IsMissing);
    }

    [Fact]
    public void Read_ValueNotAllowed_IsRefusedWithoutRepeatingIt()
    {
        var binding = Probe.Bind<Ticket>(ticket => ticket.Number, ticket => ticket.Received).Fact("kanal", ticket => ticket.Channel);

        var exception = Assert.Throws<CaseFactsException>(() => binding.Read(new Ticket("9", new LocalDate(2026, 3, 2), "Frau Muster", null, null, null, null)));

        Assert.DoesNotContain("Muster", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DayOutsideTheRuleSet_IsRefused() => Assert.Throws<CaseFactsException>(() =>
        Probe.Bind<Ticket>(ticket => ticket.Number, ticket => ticket.Received).Read(new Ticket("9", new LocalDate(2027, 1, 1), null, null, null, null, null)));

    [Fact]
    public void Fact_UnknownNameOrWrongType_IsRefused()
    {
        var binding = Probe.Bind<Ticket>(ticket => ticket.Number, ticket => ticket.Received);

        Assert.Throws<ArgumentException>(() => binding.Fact("kanl", ticket => ticket.Channel));
        Assert.Throws<ArgumentException>(() => binding.Fact("kanal", ticket => ticket.IsUrgent));
    }

    [Theory]
    [InlineData("kanal", "telefon")]
    [InlineData("betrag", "100.01")]
    [InlineData("betrag", "1.234")]
    [InlineData("betrag", "zwölf")]
    [InlineData("dringend", "vielleicht")]
    [InlineData("frist", "1.5.2026")]
    [InlineData("kanal", "")]
    public void Encode_NotAllowed_IsRefused(string fact, string text)
    {
        Assert.False(Probe.FindFact(fact)!.TryEncode(text, out _));
        Assert.Throws<ArgumentException>(() => Probe.FindFact(fact)!.Encode(text));
    }

    [Fact]
    public void Encode_TypedValues_KeepTheirRange()
    {
        Assert.Equal(1250, Probe.FindFact("betrag")!.Encode(12.5m).Code);
        Assert.Throws<ArgumentOutOfRangeException>(() => Probe.FindFact("betrag")!.Encode(100.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Probe.FindFact("betrag")!.Encode(0.001m));
        Assert.Throws<InvalidOperationException>(() => Probe.FindFact("betrag")!.Encode(true));
        Assert.Throws<InvalidOperationException>(() => Probe.FindFact("kanal")!.Encode(new LocalDate(2026, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Probe.FindFact("received")!.Encode(new LocalDate(2027, 1, 1)));
    }

    [Fact]
    public void ToDate_EveryDayOfThreeCenturies_EqualsNodaTime()
    {
        var date = new LocalDate(1900, 1, 1);
        for (var number = DayNumber.Earliest; number <= DayNumber.Latest; number++, date = date.PlusDays(1))
        {
            Assert.Equal(date, DayNumber.ToDate(number));
            Assert.Equal(number, DayNumber.From(date));
        }

        Assert.Equal(new LocalDate(2200, 1, 1), date);
    }

    private sealed record Ticket(string Number, LocalDate Received, string? Channel, bool? IsUrgent, decimal? Amount, LocalDate? Until, string? Text);
}
