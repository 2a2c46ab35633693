using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Krm.Calendar.Holidays;
using Krm.Contracts.Rules.Models;
using NodaTime.Text;

namespace Krm.Rules.Tests.Compilation;

public class RuleEvaluatorPropertyTests
{
    [Fact]
    public void Decide_RandomRuleSetAndCases_EqualsNaiveInterpreter()
    {
        Check.One(Laws.Of(12_000), Prop.ForAll<int>(seed =>
        {
            var random = new RandomRuleSet(seed);
            var evaluator = new RuleEvaluator(RuleSet.Read(random.Json), Bundesland.Bayern);
            using var document = JsonDocument.Parse(random.Json);
            for (var count = 0; count < 8; count++)
            {
                var facts = random.MakeCase();
                Assert.Equal(NaiveInterpreter.Decide(document.RootElement, facts), Decide(evaluator, facts));
            }
        }));
    }

    [Fact]
    public void Decide_ManyRulesOverManyValues_EqualsNaiveInterpreter()
    {
        Check.One(Laws.Of(150), Prop.ForAll<int>(seed =>
        {
            var random = new RandomRuleSet(seed, largestFacts: 6, largestRules: 300);
            var evaluator = new RuleEvaluator(RuleSet.Read(random.Json), Bundesland.Bayern);
            using var document = JsonDocument.Parse(random.Json);
            for (var count = 0; count < 20; count++)
            {
                var facts = random.MakeCase();
                Assert.Equal(NaiveInterpreter.Decide(document.RootElement, facts), Decide(evaluator, facts));
            }
        }));
    }

    [Fact]
    public void Decide_RulesInAnotherOrder_SameUnderUniquePriorityAndCollect()
    {
        Check.One(Laws.Of(2_000), Prop.ForAll<int>(seed =>
        {
            var random = new RandomRuleSet(seed);
            var shuffled = (JsonObject)JsonNode.Parse(random.Json)!;
            foreach (var table in shuffled["tables"]!.AsArray().Where(table => table!["hitPolicy"]!.GetValue<string>() != "first"))
            {
                table!["rules"] = new JsonArray([.. table["rules"]!.AsArray().Reverse().Select(rule => rule!.DeepClone())]);
            }

            var one = new RuleEvaluator(RuleSet.Read(random.Json), Bundesland.Bayern);
            var other = new RuleEvaluator(RuleSet.Read(shuffled.ToJsonString()), Bundesland.Bayern);
            for (var count = 0; count < 8; count++)
            {
                var facts = random.MakeCase();
                Assert.Equal(Decide(one, facts)?.Order(), Decide(other, facts)?.Order());
            }
        }));
    }

    [Fact]
    public void ToJson_ReadAgain_IsIdenticalAndDecidesTheSame()
    {
        Check.One(Laws.Of(2_000), Prop.ForAll<int>(seed =>
        {
            var random = new RandomRuleSet(seed);
            var original = RuleSet.Read(random.Json);
            var again = RuleSet.Read(original.ToJson());
            Assert.Equal(original.ToJson(), again.ToJson());
            Assert.Equal(original.Fingerprint, again.Fingerprint);
            var (one, other) = (new RuleEvaluator(original, Bundesland.Bayern), new RuleEvaluator(again, Bundesland.Bayern));
            for (var count = 0; count < 4; count++)
            {
                var facts = random.MakeCase();
                Assert.Equal(Decide(one, facts), Decide(other, facts));
            }
        }));
    }

    private static List<string>? Decide(RuleEvaluator evaluator, Dictionary<string, string?> facts)
    {
        var received = LocalDatePattern.Iso.Parse(facts["received"]!).Value;
        var inputs = facts.Where(fact => fact.Key != "received").ToDictionary(fact => fact.Key, fact => fact.Value);
        try
        {
            return [.. evaluator.Evaluate(CaseFacts.Create(evaluator.RuleSet, "1", received, inputs)).FiredRules.Select(rule => rule.Id)];
        }
        catch (RuleConflictException)
        {
            return null;
        }
    }
}
