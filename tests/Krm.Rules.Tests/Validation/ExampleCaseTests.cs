using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using Krm.Rules.Validation;
using NodaTime;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Validation;

public class ExampleCaseTests
{
    private static readonly RuleSet RuleSet = RuleSet.Read(
        WithTable(Table("collect", Rule("r1", """{ "text": ["Hecke", "Zaun"] }"""))).Replace("\"validFrom\": \"2026-01-01\", \"validTo\": \"2026-12-31\",", "", StringComparison.Ordinal));

    private static readonly int UsualDay = DayNumber.From(new LocalDate(2026, 1, 1));

    [Fact]
    public void Of_EveryCase_TakesTheUsualDayAndDefaultsAndLeavesOpenWhatHasNone()
    {
        var example = ExampleCase.Of(Everything, RuleSet);

        Assert.Equal(("2026-01-01", "Brief", "false", "10"), (example["received"], example["kanal"], example["dringend"], example["betrag"]));
        Assert.Equal(("1900-01-01", "anderer Text"), (example["frist"], example["text"]));
    }

    [Fact]
    public void Of_BoxWithoutTheUsualValues_TakesTheFirstOfEach()
    {
        var box = Everything.With(0, ValueSet.Range(UsualDay + 1, UsualDay + 9)).With(1, ValueSet.Range(1, 2)).With(2, ValueSet.Of(1)).With(3, ValueSet.Of(250))
            .With(4, ValueSet.Range(UsualDay - 5, UsualDay + 5));

        var example = ExampleCase.Of(box, RuleSet);

        Assert.Equal(("2026-01-02", "Fax", "true", "2.5", "2025-12-27"), (example["received"], example["kanal"], example["dringend"], example["betrag"], example["frist"]));
        Assert.DoesNotContain("frist", ExampleCase.Of(Everything.With(4, ValueSet.Missing), RuleSet).Keys);
    }

    [Theory]
    [InlineData(0, "anderer Text")]
    [InlineData(1, "Hecke")]
    [InlineData(2, "Zaun")]
    [InlineData(3, "anderer Text")]
    public void Of_Texts_NamesThoseTheRulesName(int code, string expected) =>
        Assert.Equal(expected, ExampleCase.Of(Everything.With(5, ValueSet.Of(code)), RuleSet)["text"]);

    [Fact]
    public void Describe_DayAndFacts_NamesTheDayOnRequest()
    {
        var box = Everything.With(0, ValueSet.Of(UsualDay)).With(1, ValueSet.Of(1));

        Assert.Equal("Eingang = 01.01.2026, kanal = Fax", ExampleCase.Describe(box, RuleSet, withDay: true));
        Assert.Equal("kanal = Fax", ExampleCase.Describe(box, RuleSet, withDay: false));
        Assert.Equal("jeder Vorgang", ExampleCase.Describe(Everything, RuleSet, withDay: true));
    }

    [Fact]
    public void Describe_SetsOfTexts_SaysWhatIsInThem()
    {
        var fact = RuleSet.Facts[5];

        Assert.Equal("beliebig", SetText.Describe(fact, fact.Domain));
        Assert.Equal("vorhanden", SetText.Describe(fact, ValueSet.Missing.ComplementIn(fact.Domain)));
        Assert.Equal("kein Wert", SetText.Describe(fact, ValueSet.Empty));
    }

    private static Box Everything { get; } = Box.Everything(RuleSet.Facts.Count);
}
