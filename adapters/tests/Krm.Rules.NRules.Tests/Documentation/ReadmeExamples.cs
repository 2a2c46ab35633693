using Krm.Calendar.Holidays;
using Krm.Rules.NRules.Tests.Hosting;
using NRules;
using NRules.Fluent;

namespace Krm.Rules.NRules.Tests.Documentation;

/// <summary>The examples of adapters/README.md, compiled and run.</summary>
public class ReadmeExamples
{
    [Fact]
    public void Evaluator_InPlaceOfTheBuiltInOne_GivesItsPlan()
    {
        var facts = Tickets.Case().Facts;

        // README
        var evaluator = new NRulesEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
        CasePlan plan = evaluator.Evaluate(facts);
        // END

        Assert.NotNull(plan.FindDuty("antwort"));
    }

    [Fact]
    public void Repository_OfTheHost_TakesTheRuleSetIn()
    {
        var cases = new[] { Tickets.Case("1", amount: 20_000), Tickets.Case("2") };
        var found = new List<string>();

        // README
        var ruleSet = ShippedRuleSets.Get("harburg");
        var repository = new RuleRepository();
        repository.Load(load => load.From(typeof(AwardRule)));
        repository.Add(ruleSet.ToNRules());
        var session = repository.Compile().CreateSession();

        session.InsertAll(cases);
        session.Fire();
        foreach (var plan in session.GetPlans(new CasePlanner(ruleSet, Bundesland.Hamburg)))
        {
            found.Add($"{plan.CaseId}: {string.Join(", ", plan.Duties.Select(duty => duty.Id))}");
        }
        // END

        Assert.Equal(2, found.Count);
        Assert.EndsWith("mitzeichnung", found.Single(text => text.StartsWith('1')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Documentation/ReadmeExamples.cs", "// README", "// END")]
    [InlineData("Hosting/AwardRule.cs", "public sealed class", null)]
    public void Readme_Examples_AreTheCodeAbove(string file, string from, string? to)
    {
        var root = Root();
        var readme = Normalize(File.ReadAllText(Path.Combine(root, "adapters/README.md")));
        var source = File.ReadAllText(Path.Combine(root, "adapters/tests/Krm.Rules.NRules.Tests", file));
        var examples = 0;
        for (var start = source.IndexOf(from, StringComparison.Ordinal); start >= 0; start = source.IndexOf(from, start + 1, StringComparison.Ordinal))
        {
            var begin = to is null ? start : start + from.Length;
            var end = to is null ? source.Length : source.IndexOf(to, start, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            var example = Normalize(source[begin..end]);
            if (example.Length > 0 && !example.StartsWith('"'))
            {
                Assert.Contains(example, readme, StringComparison.Ordinal);
                examples++;
            }
        }

        Assert.True(examples > 0);
    }

    [Fact]
    public void Readme_OfThePackage_ShowsAnExampleOfTheLongOne()
    {
        var example = File.ReadAllText(Path.Combine(Root(), "adapters/src/Krm.Rules.NRules/README.md")).Split("```csharp")[1].Split("```")[0];

        Assert.Contains(Normalize(example), Normalize(File.ReadAllText(Path.Combine(Root(), "adapters/README.md"))), StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Krm.Core.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    /// <summary>Without indentation, which differs between method and page.</summary>
    private static string Normalize(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim();
}
