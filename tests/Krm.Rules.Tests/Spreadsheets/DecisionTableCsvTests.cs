using FsCheck;
using FsCheck.Fluent;
using Krm.Calendar.Holidays;
using Krm.Contracts.Rules.Models;
using Krm.Rules.Serialization;
using Krm.Rules.Spreadsheets;
using NodaTime.Text;

namespace Krm.Rules.Tests.Spreadsheets;

public class DecisionTableCsvTests
{
    private static readonly RuleSet Harburg = ShippedRuleSets.Get("harburg");

    [Fact]
    public void Write_ThenRead_DecidesTheSame()
    {
        Check.One(Laws.Of(400), Prop.ForAll<int, bool>((seed, comma) =>
        {
            var random = new RandomRuleSet(seed);
            var ruleSet = RuleSet.Read(random.Json);
            var again = ruleSet;
            foreach (var table in ruleSet.Tables.Where(CanBeWritten))
            {
                again = DecisionTableCsv.Read(again, table.Name, DecisionTableCsv.Write(again, table.Name, comma ? ',' : ';'));
            }

            var (one, other) = (new RuleEvaluator(ruleSet, Bundesland.Bayern), new RuleEvaluator(again, Bundesland.Bayern));
            for (var count = 0; count < 5; count++)
            {
                var facts = random.MakeCase();
                Assert.Equal(Decide(one, facts), Decide(other, facts));
            }
        }));
    }

    [Fact]
    public void Write_TablesOfShippedRuleSets_ReadBackToTheSameRuleSet()
    {
        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            foreach (var table in ruleSet.Tables)
            {
                var csv = DecisionTableCsv.Write(ruleSet, table.Name);
                Assert.Equal(csv, DecisionTableCsv.Write(DecisionTableCsv.Read(ruleSet, table.Name, csv), table.Name));
            }
        }
    }

    [Fact]
    public void Read_GermanNumbersDatesAndFlags_AreUnderstood()
    {
        var ruleSet = RuleSet.Read(RuleSetTexts.WithTable("""
            { "name": "t", "kind": "duties", "hitPolicy": "collect", "rules": [] }
            """));
        var changed = DecisionTableCsv.Read(
            ruleSet,
            "t",
            "id;wenn betrag;wenn frist;wenn dringend;dann duty;dann title;dann role;dann escalation;source\r\nr1;1,5..2,5;ab\r\n".Replace("ab\r\n", "02.03.2026..;WAHR;antwort;Antwort;QM;-2: QM: Vorwarnung | 1: Leitung: überfällig;q\r\n", StringComparison.Ordinal));

        var duty = Assert.IsType<Krm.Rules.Outcomes.DutyOutcome>(changed.Rules[0].Then);
        Assert.Equal([-2, 1], duty.Escalation.Select(stage => stage.WorkingDays));
        Assert.Contains("\"from\": 1.5", changed.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"from\": \"2026-03-02\"", changed.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WAHR", true)]
    [InlineData("FALSCH", false)]
    public void Read_ValidityAsASpreadsheetWritesIt_IsUnderstood(string flag, bool expected)
    {
        var ruleSet = RuleSet.Read(RuleSetTexts.WithTable("""{ "name": "t", "kind": "duties", "hitPolicy": "collect", "rules": [] }"""));

        var rule = DecisionTableCsv.Read(
            ruleSet, "t", $"id;validFrom;validTo;endsDeliberately;dann duty;dann title;dann role;dann due.period;source\r\nr1;01.02.2026;30.6.2026;{flag};antwort;Antwort;QM;PT48H;q\r\n").Rules[0];

        Assert.Equal((new NodaTime.LocalDate(2026, 2, 1), new NodaTime.LocalDate(2026, 6, 30), expected), (rule.ValidFrom, rule.ValidTo, rule.EndsDeliberately));
        Assert.Equal("PT48H", ((Krm.Rules.Outcomes.DutyOutcome)rule.Then).Due!.Period);
    }

    [Fact]
    public void Write_RuleThatCanNeverFire_IsRefusedInsteadOfBeingLost()
    {
        var ruleSet = RuleSet.Read(RuleSetTexts.WithTable(RuleSetTexts.Table("collect", RuleSetTexts.Rule("r1", """{ "all": [{ "dringend": true }, { "dringend": false }] }"""))));

        Assert.Contains("Die Regel r1 kann nie zutreffen", Assert.Throws<RuleSetFormatException>(() => DecisionTableCsv.Write(ruleSet, "t")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CopiedRowThatKeptItsId_IsRefusedInsteadOfLosingTheEdit()
    {
        var ruleSet = RuleSet.Read(RuleSetTexts.WithTable("""{ "name": "t", "kind": "duties", "hitPolicy": "collect", "rules": [] }"""));
        const string Head = "id;wenn kanal;dann duty;dann title;dann role;source\r\n";

        var problem = Assert.Single(Assert.Throws<RuleSetFormatException>(
            () => DecisionTableCsv.Read(ruleSet, "t", Head + "r1;Brief;antwort;Antwort;QM;q\r\nr1;Fax;antwort;Antwort;Leitung;q\r\n")).Problems);
        var alternatives = DecisionTableCsv.Read(ruleSet, "t", Head + "r1;Brief;antwort;Antwort;QM;q\r\nr1;Fax;antwort;Antwort;QM;q\r\n");

        Assert.Equal(3, problem.Line);
        Assert.Contains("eigene Kennung", problem.Message, StringComparison.Ordinal);
        Assert.Single(alternatives.Rules);
    }

    [Fact]
    public void Read_MisspelledValue_NamesLineColumnAndSuggestion()
    {
        var csv = DecisionTableCsv.Write(Harburg, "prioritaet").Replace(";priorisiert;", ";prioriesiert;", StringComparison.Ordinal);

        var problem = Assert.Single(Assert.Throws<RuleSetFormatException>(() => DecisionTableCsv.Read(Harburg, "prioritaet", csv)).Problems);

        Assert.Equal((2, "dann value", "P1", "priorisiert"), (problem.Line, problem.Path, problem.RuleId, problem.Suggestion));
        Assert.Equal(csv.Split('\n')[0].Split(';').ToList().IndexOf("dann value") + 1, problem.Column);
    }

    [Theory]
    [InlineData("", "leer")]
    [InlineData("id;wenn kanl\nr;x\n", "wenn kanal")]
    [InlineData("id;id\nr;x\n", "mehrmals")]
    [InlineData("id;wenn kanal\nr\n", "1 Felder")]
    [InlineData("id;note\nr;\"offen\n", "nicht geschlossen")]
    public void Read_BrokenFile_SaysWhat(string csv, string expected)
    {
        var exception = Assert.Throws<RuleSetFormatException>(() => DecisionTableCsv.Read(Harburg, "prioritaet", csv));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_UnknownTable_ListsTheKnownOnes() =>
        Assert.Contains("pflichten", Assert.Throws<ArgumentException>(() => DecisionTableCsv.Write(Harburg, "pflicht")).Message, StringComparison.Ordinal);

    // A rule that can never hold has no row, and a test that names it would dangle.
    private static bool CanBeWritten(RuleTable table) =>
        table.Rules.All(rule => Krm.Rules.Conditions.BoxBuilder.Build(rule.When, 64) is { Count: > 0 });

    private static List<string>? Decide(RuleEvaluator evaluator, Dictionary<string, string?> facts)
    {
        var inputs = facts.Where(fact => fact.Key != "received").ToDictionary(fact => fact.Key, fact => fact.Value);
        try
        {
            return [.. evaluator.Evaluate(CaseFacts.Create(evaluator.RuleSet, "1", LocalDatePattern.Iso.Parse(facts["received"]!).Value, inputs)).FiredRules.Select(rule => rule.Id)];
        }
        catch (RuleConflictException)
        {
            return null;
        }
    }
}
