using Krm.Rules;
using Krm.Rules.Serialization;
using Krm.Rules.Testing;

namespace Krm.Hosting.Loading;

/// <summary>Finds the rule sets, runs their own test cases and sees that the day of receipt can decide between versions.</summary>
internal static class RuleSetLoader
{
    public static IReadOnlyList<RuleSet> Load(KrmOptions options, Reading reading)
    {
        var ruleSets = new List<RuleSet>();
        for (var index = 0; index < options.RuleSets.Count; index++)
        {
            if (Read($"{nameof(KrmOptions.RuleSets)}[{index}]", options.RuleSets[index], options.RunsRuleSetTests, reading) is { } ruleSet)
            {
                ruleSets.Add(ruleSet);
            }
        }

        foreach (var ruleSet in options.GivenRuleSets())
        {
            Note(ruleSet, "", reading);
            ruleSets.Add(ruleSet);
        }

        CheckOverlaps(ruleSets, reading);
        return ruleSets;
    }

    private static RuleSet? Read(string option, string idOrPath, bool runsTests, Reading reading)
    {
        if (string.IsNullOrWhiteSpace(idOrPath))
        {
            reading.Refuse(option, $"is empty; allowed are a path or one of {string.Join(", ", ShippedRuleSets.Ids)}.");
            return null;
        }

        if (ShippedRuleSets.TryGet(idOrPath, out var shipped))
        {
            Note(shipped, "", reading);
            return shipped;
        }

        if (!idOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            reading.Refuse(option, $"'{idOrPath}' is neither a path that ends in .json nor one of {string.Join(", ", ShippedRuleSets.Ids)}.");
            return null;
        }

        var read = reading.Read(option, idOrPath, $"rule set, tested: {runsTests}", content => Check(content, idOrPath, runsTests), Explain);
        if (read is not var (ruleSet, _))
        {
            return null;
        }

        Note(ruleSet, reading.PathOf(idOrPath), reading);
        return ruleSet;
    }

    private static RuleSet Check(byte[] content, string name, bool runsTests)
    {
        var ruleSet = RuleSet.Read(content, name);
        var failures = runsTests ? RuleSetTestRunner.Run(ruleSet).Where(result => !result.HasPassed).ToArray() : [];
        return failures.Length == 0 ? ruleSet : throw new FailedRuleSetTestsException(failures);
    }

    private static IEnumerable<string>? Explain(Exception exception) => exception switch
    {
        RuleSetFormatException format => format.Problems.Select(problem => problem.ToString()),
        FailedRuleSetTestsException tests => tests.Problems,
        _ => null,
    };

    private static void Note(RuleSet ruleSet, string source, Reading reading) =>
        reading.Parts.Add(new KrmPart(KrmPartKind.RuleSet, ruleSet.Id, ruleSet.Version, ruleSet.Fingerprint, source));

    private static void CheckOverlaps(List<RuleSet> ruleSets, Reading reading)
    {
        foreach (var versions in ruleSets.GroupBy(ruleSet => ruleSet.Id, StringComparer.Ordinal))
        {
            var ordered = versions.OrderBy(ruleSet => ruleSet.ValidFrom is null ? 0 : 1).ThenBy(ruleSet => ruleSet.ValidFrom).ToArray();
            foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
            {
                if (earlier.ValidTo is not { } end || later.ValidFrom is not { } start || end >= start)
                {
                    reading.Refuse(
                        nameof(KrmOptions.RuleSets),
                        $"versions {earlier.Version} and {later.Version} of '{versions.Key}' are valid on the same day; the day of receipt could not decide between them.");
                }
            }
        }
    }
}
