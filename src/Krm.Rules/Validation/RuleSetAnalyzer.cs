using Krm.Rules.Facts;
using Krm.Rules.Outcomes;

namespace Krm.Rules.Validation;

/// <summary>Finds gaps, conflicts, rules that never fire, holes over time and unused declarations in a rule set.</summary>
/// <remarks>
/// Exact: lists, yes/no, numbers, dates and the day of receipt are reasoned about as intervals, results of earlier tables as
/// what leads to them. What would need more than 50,000 boxes is reported as <see cref="FindingKind.TooComplex"/>, never guessed.
/// </remarks>
public static class RuleSetAnalyzer
{
    private const int MostPerTable = 20;

    /// <summary>Analyses a rule set.</summary>
    public static RuleSetAnalysis Analyze(RuleSet ruleSet)
    {
        Guard.NotNull(ruleSet);
        var findings = new List<RuleSetFinding>();
        var shared = new SharedKeyConflicts(ruleSet);
        var place = "";
        try
        {
            foreach (var regions in TableRegions.Of(ruleSet))
            {
                place = regions.Table.Name;
                Limit(Gaps(regions, ruleSet), findings);
                Limit(Conflicts(regions, ruleSet), findings);
                Limit(shared.With(regions), findings);
                findings.AddRange(Unreachable(regions));
                Limit(TimeFindings.Holes(regions, ruleSet), findings);
                Limit(TimeFindings.ParameterHoles(regions, ruleSet), findings);
            }
        }
        catch (RegionTooComplexException)
        {
            findings.Add(new RuleSetFinding(
                FindingKind.TooComplex, place, [], $"Die Tabelle „{place}“ und die folgenden lassen sich nicht prüfen: Es wären mehr als {Region.Limit} Fälle zu unterscheiden.", Empty));
        }

        findings.AddRange(Unused(ruleSet));
        return new RuleSetAnalysis(findings);
    }

    internal static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private static void Limit(IEnumerable<RuleSetFinding> found, List<RuleSetFinding> findings)
    {
        var count = 0;
        foreach (var finding in found)
        {
            if (count++ == MostPerTable)
            {
                findings.Add(finding with { Message = $"In der Tabelle „{finding.Place}“ gibt es mehr solche Fälle; gezeigt sind {MostPerTable}.", Rules = [], Example = Empty });
                return;
            }

            findings.Add(finding);
        }
    }

    private static IEnumerable<RuleSetFinding> Gaps(TableRegions regions, RuleSet ruleSet)
    {
        var table = regions.Table;
        if (table.Otherwise is not null || table.MayBeEmpty || table.Kind == TableKind.Notices)
        {
            yield break;
        }

        var everCovered = regions.AllBoxes.Select(box => box.With(0, null)).ToList();
        foreach (var box in regions.Uncovered.Subtract(everCovered).Boxes)
        {
            yield return new RuleSetFinding(
                FindingKind.Gap,
                table.Name,
                [],
                $"Tabelle „{table.Label}“: Keine Regel deckt diesen Fall ab: {ExampleCase.Describe(box, ruleSet, withDay: true)}.",
                ExampleCase.Of(box, ruleSet));
        }

        foreach (var box in regions.Uncovered.Intersect(everCovered).Boxes)
        {
            yield return new RuleSetFinding(
                FindingKind.ValidityHole,
                table.Name,
                [],
                $"Tabelle „{table.Label}“: {TimeFindings.Period(box, ruleSet)} deckt keine Regel diesen Fall ab: {ExampleCase.Describe(box, ruleSet, withDay: false)}.",
                ExampleCase.Of(box, ruleSet));
        }
    }

    private static IEnumerable<RuleSetFinding> Conflicts(TableRegions regions, RuleSet ruleSet)
    {
        var pairs = new HashSet<(int, int)>();
        foreach (var (first, second, box) in regions.Conflicts)
        {
            if (!pairs.Add((first.Index, second.Index)))
            {
                continue;
            }

            var what = first.Then.Key is { } key && regions.Table.HitPolicy == HitPolicy.Collect ? $" (beide für „{key}“)" : "";
            yield return new RuleSetFinding(
                FindingKind.Conflict,
                regions.Table.Name,
                [first.Id, second.Id],
                $"Tabelle „{regions.Table.Label}“: Die Regeln {first.Id} und {second.Id} treffen zugleich zu{what}, es darf aber nur eine gelten: {ExampleCase.Describe(box, ruleSet, withDay: true)}.",
                ExampleCase.Of(box, ruleSet));
        }
    }

    private static IEnumerable<RuleSetFinding> Unreachable(TableRegions regions)
    {
        var rest = regions.Reached;
        foreach (var rule in regions.HidingOrder)
        {
            var boxes = regions.BoxesOf(rule);
            if (!boxes.Any(rest.Overlaps))
            {
                yield return Never(regions.Table, rule, regions.Hides && boxes.Any(regions.Reached.Overlaps)
                    ? "frühere Regeln decken alle ihre Fälle schon ab"
                    : "kein Vorgang, der die Tabelle erreicht, erfüllt ihre Bedingung");
            }

            rest = regions.Hides ? rest.Subtract(boxes) : rest;
        }

        if (regions.Table.Otherwise is { } otherwise && regions.Uncovered.IsEmpty)
        {
            yield return Never(regions.Table, otherwise, "die anderen Regeln decken schon alle Fälle ab");
        }
    }

    private static RuleSetFinding Never(RuleTable table, Rule rule, string why) => new(
        FindingKind.Unreachable, table.Name, [rule.Id], $"Tabelle „{table.Label}“: Die Regel {rule.Id} kann nie zutreffen; {why}.", Empty);

    private static IEnumerable<RuleSetFinding> Unused(RuleSet ruleSet)
    {
        var used = new HashSet<string>(
            ruleSet.Rules.SelectMany(rule => rule.When.Facts).Concat(ruleSet.Rules.Select(rule => DueOf(rule)?.Start.Fact).OfType<FactDeclaration>()).Select(fact => fact.Name),
            StringComparer.Ordinal);
        foreach (var fact in ruleSet.Facts.Skip(1).Where(fact => !used.Contains(fact.Name)))
        {
            yield return new RuleSetFinding(FindingKind.UnusedFact, fact.Name, [], $"Nach der Tatsache „{fact.Label}“ ({fact.Name}) fragt keine Regel.", Empty);
        }

        var parameters = new HashSet<string>(ruleSet.Rules.Select(rule => DueOf(rule)?.Parameter?.Name).OfType<string>(), StringComparer.Ordinal);
        foreach (var parameter in ruleSet.Parameters.Where(parameter => !parameters.Contains(parameter.Name)))
        {
            yield return new RuleSetFinding(FindingKind.UnusedParameter, parameter.Name, [], $"Den Parameter „{parameter.Label}“ ({parameter.Name}) benutzt keine Regel.", Empty);
        }
    }

    internal static DueRule? DueOf(Rule rule) => rule.Then switch
    {
        DutyOutcome duty => duty.Due,
        RetentionOutcome retention => retention.Due,
        _ => null,
    };
}
