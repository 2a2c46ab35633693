using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Krm.Contracts.Rules.Models;
using Krm.Rules.Facts;
using Krm.Rules.Validation;
using NodaTime.Text;

namespace Krm.Rules.Tests.Validation;

/// <summary>The analysis against trying every case of a small rule set with the naive interpreter.</summary>
public class RuleSetAnalyzerPropertyTests
{
    [Fact]
    public void Analyze_SmallRuleSet_EqualsBruteForce()
    {
        Check.One(Laws.Of(400), Prop.ForAll<int>(seed => Compare(new RandomRuleSet(seed, largestFacts: 2, isSmall: true))));
    }

    private static void Compare(RandomRuleSet random)
    {
        var ruleSet = RuleSet.Read(random.Json);
        using var document = JsonDocument.Parse(random.Json);
        var cases = random.AllCases().Select(facts => (Facts: facts, Trace: NaiveInterpreter.Trace(document.RootElement, facts))).ToList();
        var analysis = RuleSetAnalyzer.Analyze(ruleSet);
        AssertSharedKeys(ruleSet, [.. cases.Select(item => item.Trace)], analysis);
        Assert.DoesNotContain(analysis.Findings, finding => finding.Kind == FindingKind.TooComplex);
        foreach (var regions in TableRegions.Of(ruleSet))
        {
            var table = regions.Table;
            var reaching = cases.Select(item => (item.Facts, Seen: item.Trace.Find(seen => seen.Name == table.Name))).Where(item => item.Seen is not null).ToList();
            Assert.All(cases, item => Assert.Equal(
                item.Trace.Exists(seen => seen.Name == table.Name), Contains(regions.Reached, Values(ruleSet, item.Facts))));
            Assert.All(reaching, item => Assert.Equal(item.Seen!.Matching.Count == 0, Contains(regions.Uncovered, Values(ruleSet, item.Facts))));
            AssertConflicts(regions, [.. reaching.Select(item => item.Seen!)], analysis);
            AssertUnreachable(table, [.. reaching.Select(item => item.Seen!)], analysis);
            AssertGaps(table, reaching.Exists(item => item.Seen!.Matching.Count == 0), analysis);
        }
    }

    private static void AssertConflicts(TableRegions regions, List<NaiveTable> seen, RuleSetAnalysis analysis)
    {
        var keys = regions.Table.Rules.ToDictionary(rule => rule.Id, rule => rule.Then.Key);
        var expected = regions.Hides
            ? []
            : seen.SelectMany(item => from first in item.Matching
                                      from second in item.Matching
                                      where string.CompareOrdinal(first, second) < 0
                                      where regions.Table.HitPolicy == HitPolicy.Unique || (keys[first] is not null && keys[first] == keys[second])
                                      select (first, second)).ToHashSet();
        var found = analysis.Findings
            .Where(finding => finding.Kind == FindingKind.Conflict && finding.Place == regions.Table.Name && finding.Rules.All(keys.ContainsKey))
            .Select(finding => finding.Rules.Order(StringComparer.Ordinal).ToArray()).Select(rules => (rules[0], rules[1])).ToHashSet();
        Assert.Equal(expected.Order(), found.Order());
    }

    private static void AssertSharedKeys(RuleSet ruleSet, List<List<NaiveTable>> traces, RuleSetAnalysis analysis)
    {
        var rules = ruleSet.Rules.ToDictionary(rule => rule.Id);
        var kinds = ruleSet.Tables.ToDictionary(table => table.Name, table => table.Kind);
        var expected = traces.SelectMany(trace =>
        {
            var fired = trace.SelectMany(seen => seen.Chosen ?? seen.Matching).Select(id => rules[id]).Where(rule => rule.Then.Key is not null).ToList();
            return from first in fired
                   from second in fired
                   where first.Index < second.Index && first.Table != second.Table
                   where kinds[first.Table] == kinds[second.Table] && first.Then.Key == second.Then.Key
                   select (first.Id, second.Id);
        }).ToHashSet();
        var found = analysis.Findings.Where(finding => finding.Kind == FindingKind.Conflict && finding.Rules.Count == 2)
            .Select(finding => (First: rules[finding.Rules[0]], Second: rules[finding.Rules[1]]))
            .Where(pair => pair.First.Table != pair.Second.Table)
            .Select(pair => (pair.First.Id, pair.Second.Id)).ToHashSet();
        Assert.Equal(expected.Order(), found.Order());
    }

    private static void AssertUnreachable(RuleTable table, List<NaiveTable> seen, RuleSetAnalysis analysis)
    {
        var firing = seen.SelectMany(item => table.HitPolicy is HitPolicy.First or HitPolicy.Priority ? item.Chosen! : item.Matching.Concat(item.Chosen ?? [])).ToHashSet();
        var expected = table.Rules.Append(table.Otherwise).OfType<Rule>().Select(rule => rule.Id).Where(id => !firing.Contains(id));
        var found = analysis.Findings.Where(finding => finding.Kind == FindingKind.Unreachable && finding.Place == table.Name).Select(finding => finding.Rules[0]);
        Assert.Equal(expected.Order(), found.Order());
    }

    private static void AssertGaps(RuleTable table, bool hasUncovered, RuleSetAnalysis analysis)
    {
        var expected = hasUncovered && table.Otherwise is null && table.Kind != TableKind.Notices;
        var found = analysis.Findings.Any(finding => finding.Place == table.Name && finding.Rules.Count == 0 && finding.Kind is FindingKind.Gap or FindingKind.ValidityHole);
        Assert.Equal(expected, found);
    }

    private static long[] Values(RuleSet ruleSet, Dictionary<string, string?> facts) =>
        [.. ruleSet.Facts.Select(fact => facts[fact.Name] is not { } text
            ? FactValue.MissingCode
            : fact.Type == FactType.Date ? fact.Encode(LocalDatePattern.Iso.Parse(text).Value).Code : fact.Encode(text).Code)];

    private static bool Contains(Region region, long[] values)
    {
        var count = region.Boxes.Count(box => Enumerable.Range(0, values.Length).All(fact => box[fact]?.Contains(values[fact]) ?? true));
        Assert.True(count <= 1, "the boxes of a region overlap");
        return count == 1;
    }
}
