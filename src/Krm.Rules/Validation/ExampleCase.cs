using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Validation;

/// <summary>Picks a case from a box and words it.</summary>
internal static class ExampleCase
{
    private static readonly int UsualDay = DayNumber.From(new NodaTime.LocalDate(2026, 1, 1));

    /// <summary>A case of the box, every input given as data write it: the default where it fits, else the first value.</summary>
    public static IReadOnlyDictionary<string, string> Of(Box box, RuleSet ruleSet)
    {
        var example = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var fact in ruleSet.Facts)
        {
            if (Pick(box[fact.Index] ?? fact.Domain, fact) is { } code)
            {
                example[fact.Name] = fact.Type == FactType.Text && (code == 0 || code > fact.Vocabulary.Count) ? OtherText(fact) : FactTexts.ToData(fact, code);
            }
        }

        return example;
    }

    /// <summary>The facts that the box restricts, in German; the day of receipt only on request.</summary>
    public static string Describe(Box box, RuleSet ruleSet, bool withDay)
    {
        var parts = ruleSet.Facts
            .Where(fact => box[fact.Index] is not null && (withDay || fact.Index > 0))
            .Select(fact => $"{fact.Label} = {SetText.Describe(fact, box[fact.Index]!)}")
            .ToArray();
        return parts.Length == 0 ? "jeder Vorgang" : string.Join(", ", parts);
    }

    private static long? Pick(ValueSet side, FactDeclaration fact)
    {
        // A rule set without beginning is shown on a day that every calendar covers.
        if (fact.Index == 0 && side.Contains(UsualDay))
        {
            return UsualDay;
        }

        if (fact.Default is { IsMissing: false } value && side.Contains(value.Code))
        {
            return value.Code;
        }

        return side.RangeCount > 0 ? side.GetRange(0).From : null;
    }

    private static string OtherText(FactDeclaration fact)
    {
        var text = "anderer Text";
        while (fact.Vocabulary.Find(text) != 0)
        {
            text += "…";
        }

        return text;
    }
}
