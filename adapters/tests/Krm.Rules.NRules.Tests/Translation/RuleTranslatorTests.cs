using System.Linq.Expressions;
using NodaTime;
using NRules.RuleModel;

namespace Krm.Rules.NRules.Tests.Translation;

public class RuleTranslatorTests
{
    private static readonly LocalDate First = new(2026, 7, 1);

    [Fact]
    public void ToNRules_EveryRule_CarriesIdentifierCitationAndTags()
    {
        foreach (var ruleSet in ShippedRuleSets.Ids.Select(ShippedRuleSets.Get))
        {
            var definitions = ruleSet.ToNRules().Rules.Where(definition => definition.GetKrmRule() is not null).ToArray();

            Assert.Equal(ruleSet.Rules, definitions.Select(definition => definition.GetKrmRule()!).OrderBy(rule => rule.Index));
            Assert.All(definitions, definition =>
            {
                var rule = definition.GetKrmRule()!;
                Assert.Equal($"{ruleSet.Id}: {rule.Id}", definition.Name);
                Assert.Equal([ruleSet.Id, rule.Table], definition.Tags);
                Assert.Equal((rule.Id, rule.Citation), ((string)definition.Properties[RuleProperties.RuleId], (Sources.Citation)definition.Properties[RuleProperties.Citation]));
                Assert.Contains(rule.Citation.ToString(), definition.Description, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void ToNRules_RuleWithValidity_CarriesItsDays()
    {
        var definitions = Translate("""{}, "validFrom": "2026-07-01" """);

        var properties = definitions.Single(definition => definition.GetKrmRule() is not null).Properties;
        Assert.Equal(First, properties[RuleProperties.ValidFrom]);
        Assert.False(properties.TryGetProperty(RuleProperties.ValidTo, out _));
    }

    [Fact]
    public void ToNRules_EveryRule_MatchesOneFactWithoutGroups() =>
        Assert.All(ShippedRuleSets.Ids.SelectMany(id => ShippedRuleSets.Get(id).ToNRules().Rules), definition =>
        {
            var pattern = Assert.IsType<PatternElement>(Assert.Single(Assert.IsType<AndElement>(definition.LeftHandSide).ChildElements));
            Assert.All(pattern.Expressions.Find(PatternElement.ConditionName).Cast<ExpressionElement>(), condition => Assert.Single(condition.Expression.Parameters));
        });

    [Fact]
    public void ToNRules_Alternatives_StayInsideOneExpression()
    {
        var definition = Translate("""{ "zahl": { "from": 1 }, "any": [{ "zahl": 5 }, { "ja": true }] }""").Single(found => found.GetKrmRule() is not null);

        var conditions = ((PatternElement)definition.LeftHandSide.ChildElements.Single()).Expressions.Find(PatternElement.ConditionName).Cast<ExpressionElement>()
            .Select(condition => condition.Expression.Body.NodeType).ToArray();
        Assert.Equal([ExpressionType.Equal, ExpressionType.AndAlso, ExpressionType.OrElse], conditions);
    }

    [Fact]
    public void ToNRules_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => RuleSetExtensions.ToNRules(null!));

    private static IRuleDefinition[] Translate(string when) => [.. RuleSet.Read($$"""
        { "format": 1, "id": "x", "version": "1", "title": "X", "sources": [{ "id": "q", "title": "Q" }],
          "facts": [{ "name": "ja", "type": "yesNo", "default": false }, { "name": "zahl", "type": "number", "min": 0, "max": 9, "default": 0 }],
          "tables": [{ "name": "t", "kind": "duties", "hitPolicy": "collect", "rules": [
            { "id": "r1", "when": {{when}}, "then": { "duty": "x", "title": "X", "role": "R" }, "citation": { "source": "q" } }] }] }
        """).ToNRules().Rules];
}
