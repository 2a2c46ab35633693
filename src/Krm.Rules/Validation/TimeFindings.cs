using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Validation;

/// <summary>Holes in validity over time.</summary>
internal static class TimeFindings
{
    /// <summary>Duties and notices that a case gets on one day of receipt and no more on a later one.</summary>
    public static IEnumerable<RuleSetFinding> Holes(TableRegions regions, RuleSet ruleSet)
    {
        if (regions.Table.HitPolicy != HitPolicy.Collect)
        {
            yield break;
        }

        foreach (var group in regions.Table.Rules.GroupBy(rule => rule.Then.Key ?? rule.Id, StringComparer.Ordinal))
        {
            if (group.All(rule => rule.ValidTo is null))
            {
                continue;
            }

            var once = group.Where(rule => !rule.EndsDeliberately).SelectMany(regions.BoxesOf).Select(box => FromItsFirstDay(box, ruleSet));
            foreach (var box in regions.Reached.Intersect(once).Subtract(group.SelectMany(regions.BoxesOf)).Boxes)
            {
                yield return new RuleSetFinding(
                    FindingKind.ValidityHole,
                    regions.Table.Name,
                    [.. group.Select(rule => rule.Id)],
                    $"Tabelle „{regions.Table.Label}“: {Period(box, ruleSet)} gibt keine Regel mehr „{group.Key}“ für diesen Fall: {ExampleCase.Describe(box, ruleSet, withDay: false)}. "
                    + "Ist das gewollt, sagt es „endsDeliberately“ an der letzten Regel.",
                    ExampleCase.Of(box, ruleSet));
            }
        }
    }

    /// <summary>Days on which a rule can fire although its parameter has no value.</summary>
    public static IEnumerable<RuleSetFinding> ParameterHoles(TableRegions regions, RuleSet ruleSet)
    {
        foreach (var rule in regions.Table.Otherwise is { } otherwise ? regions.Table.Rules.Append(otherwise) : regions.Table.Rules)
        {
            if (RuleSetAnalyzer.DueOf(rule)?.Parameter is not { } parameter)
            {
                continue;
            }

            var days = ValueSet.Of(
                parameter.Values.Select(value => (
                    (long)(value.ValidFrom is { } from ? DayNumber.From(from) : DayNumber.Earliest),
                    (long)(value.ValidTo is { } to ? DayNumber.From(to) : DayNumber.Latest))),
                false);
            if (days.IsSupersetOf(ruleSet.Facts[0].Domain))
            {
                continue;
            }

            var covered = Box.Everything(Compilation.RuleBoxes.FactCount(ruleSet)).With(0, days);
            foreach (var box in regions.FiresOn(rule).Subtract([covered]).Boxes.Take(1))
            {
                yield return new RuleSetFinding(
                    FindingKind.ValidityHole,
                    parameter.Name,
                    [rule.Id],
                    $"{Period(box, ruleSet)} hat der Parameter „{parameter.Label}“ keinen Wert; die Regel {rule.Id} gäbe eine Pflicht ohne Frist.",
                    ExampleCase.Of(box, ruleSet));
            }
        }
    }

    /// <summary>The days of receipt of a box: "Ab 01.07.2026", "Vom 01.07.2026 bis 31.12.2026".</summary>
    public static string Period(Box box, RuleSet ruleSet)
    {
        var received = ruleSet.Facts[0];
        var days = box[0] ?? received.Domain;
        var (from, to) = days.GetRange(0);
        var (first, last) = received.Domain.GetRange(0);
        return (from > first, to < last) switch
        {
            (true, true) => $"Vom {Day(from)} bis {Day(to)}",
            (true, false) => $"Ab {Day(from)}",
            (false, true) => $"Bis {Day(to)}",
            _ => "Zu jeder Zeit",
        };
    }

    private static Box FromItsFirstDay(Box box, RuleSet ruleSet) =>
        box[0] is { } days ? box.With(0, ValueSet.Range(days.GetRange(0).From, ruleSet.Facts[0].Domain.GetRange(0).To)) : box;

    private static string Day(long number) => German.Date(DayNumber.ToDate((int)number));
}
