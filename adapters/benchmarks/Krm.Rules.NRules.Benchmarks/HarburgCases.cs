using System.Globalization;
using Krm.Rules.NRules.Facts;
using NodaTime;

namespace Krm.Rules.NRules.Benchmarks;

/// <summary>Cases of the rule set harburg, most of them ordinary complaints, as in the benchmarks of the built-in evaluator.</summary>
internal static class HarburgCases
{
    private static readonly string[] Kinds = ["beschwerde", "beschwerde", "beschwerde", "beschwerde", "widerspruch", "lob"];

    public static readonly RuleSet RuleSet = ShippedRuleSets.Get("harburg");

    public static CaseToDecide[] Create(int count)
    {
        var random = new Random(1);
        var fact = RuleSet.FindFact("adressat")!;
        return [.. Enumerable.Range(0, count).Select(number => new CaseToDecide(CaseFacts.Create(
            RuleSet,
            number.ToString(CultureInfo.InvariantCulture),
            new LocalDate(2024, 1, 1).PlusDays(random.Next(730)),
            new Dictionary<string, string?> { ["art"] = Kinds[random.Next(Kinds.Length)], ["adressat"] = fact.Choices[random.Next(fact.Choices.Count)].Name })))];
    }
}
