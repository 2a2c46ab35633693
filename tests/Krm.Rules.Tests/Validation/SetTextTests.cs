using Krm.Calendar.Holidays;
using Krm.Rules.Tracing;
using NodaTime;
using static Krm.Rules.Tests.RuleSetTexts;

namespace Krm.Rules.Tests.Validation;

/// <summary>Sets of values as a department head reads them.</summary>
public class SetTextTests
{
    [Theory]
    [InlineData("""{ "kanal": "Brief" }""", "kanal = Brief")]
    [InlineData("""{ "kanal": ["Brief", "Mail"] }""", "kanal = Brief oder Mail")]
    [InlineData("""{ "kanal": { "not": "Fax" } }""", "kanal = Brief oder Mail")]
    [InlineData("""{ "dringend": true }""", "dringend = ja")]
    [InlineData("""{ "betrag": 5 }""", "betrag = 5,00")]
    [InlineData("""{ "betrag": { "from": 5, "to": 10 } }""", "betrag = 5,00 bis 10,00")]
    [InlineData("""{ "betrag": { "above": 5 } }""", "betrag = ab 5,01")]
    [InlineData("""{ "betrag": { "below": 5 } }""", "betrag = bis 4,99")]
    [InlineData("""{ "betrag": [1, { "from": 5, "to": 6 }] }""", "betrag = 1,00 oder 5,00 bis 6,00")]
    [InlineData("""{ "frist": "2026-03-02" }""", "frist = 02.03.2026")]
    [InlineData("""{ "frist": { "from": "2026-03-02" } }""", "frist = ab 02.03.2026")]
    [InlineData("""{ "frist": { "present": true } }""", "frist = beliebig")]
    [InlineData("""{ "frist": { "present": false } }""", "frist = ohne Angabe")]
    [InlineData("""{ "frist": { "not": { "from": "2026-03-02" } } }""", "frist = bis 01.03.2026 oder ohne Angabe")]
    [InlineData("""{ "text": "Hecke" }""", "text = „Hecke“")]
    [InlineData("""{ "text": ["Hecke", "Zaun"] }""", "text = „Hecke“ oder „Zaun“")]
    [InlineData("""{ "text": { "not": "Hecke" } }""", "text = nicht „Hecke“")]
    [InlineData("""{ "text": { "present": true } }""", "text = vorhanden")]
    [InlineData("""{ "text": { "present": false } }""", "text = ohne Angabe")]
    [InlineData("""{ "kanal": ["Brief", "Fax", "Mail"] }""", "immer")]
    [InlineData("""{ "all": [{ "dringend": true }, { "dringend": false }] }""", "nie")]
    public void Write_Condition_IsReadable(string when, string expected) => Assert.Contains(
        $"| r1 | {expected} |",
        RuleSetDocument.Write(RuleSet.Read(WithTable(Table("collect", Rule("r1", when))))),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(6, "w0, w1, w2, w3, w4 oder w5")]
    [InlineData(7, "w0, w1, w2, w3, w4, w5 …")]
    [InlineData(9, "w0, w1, w2, w3, w4, w5 …")]
    public void Write_ManyValues_AreCut(int count, string expected)
    {
        var values = string.Join(",", Enumerable.Range(0, 12).Select(index => $"\"w{index}\""));
        var asked = string.Join(",", Enumerable.Range(0, count).Select(index => $"\"w{index}\""));
        var json = $$"""
            { "format": 1, "id": "x", "version": "1", "title": "X", "sources": [{ "id": "q", "title": "Q" }],
              "facts": [{ "name": "f", "type": "choice", "values": [{{values}}], "default": "w0" }],
              "tables": [{{Table("collect", Rule("r1", $$"""{ "f": [{{asked}}] }"""))}}] }
            """;

        Assert.Contains($"| r1 | f = {expected} |", RuleSetDocument.Write(RuleSet.Read(json)), StringComparison.Ordinal);
    }

    [Fact]
    public void ExplainRule_ThatDidNotFire_SaysWhatWouldBeNeeded()
    {
        var ruleSet = RuleSet.Read(WithTable(Table("collect", Rule("r1", """{ "betrag": { "from": 50 }, "text": { "not": "Hecke" } }"""))));
        var plan = new RuleEvaluator(ruleSet, Bundesland.Hamburg).Evaluate(
            CaseFacts.Create(ruleSet, "1", new LocalDate(2026, 3, 2), new Dictionary<string, string?> { ["text"] = "Hecke" }));

        Assert.Equal(
            "Regel r1 (q, Nr. 1) gilt nicht: betrag ist 10,00, nötig wäre ab 50,00; text ist „Hecke“, nötig wäre nicht „Hecke“.",
            plan.ExplainRule("r1").ToGerman());
    }
}
