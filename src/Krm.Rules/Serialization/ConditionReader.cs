using System.Text.Json;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Serialization;

/// <summary>Reads conditions: an object of facts that all have to fit, with <c>all</c>, <c>any</c> and <c>not</c> for the rest.</summary>
internal static class ConditionReader
{
    private static readonly string[] TestNames = ["from", "to", "above", "below", "present", FormatWords.Not];

    public static Condition Read(SourceNode? node, ReadingContext context)
    {
        if (node is null)
        {
            return Condition.Always;
        }

        if (node.Kind != JsonTokenType.StartObject)
        {
            context.Problems.Add(node, $"Hier steht {node.Describe()}, erwartet wird eine Bedingung {{ … }}.");
            return Condition.Always;
        }

        var parts = node.Children.Select(child => ReadPart(child, context)).OfType<Condition>().ToArray();
        return parts.Length == 1 ? parts[0] : new AllCondition(parts);
    }

    private static Condition? ReadPart(SourceNode node, ReadingContext context)
    {
        switch (node.Key)
        {
            case FormatWords.All:
                return new AllCondition(ReadList(node, context));
            case FormatWords.Any:
                return new AnyCondition(ReadList(node, context));
            case FormatWords.Not:
                return new NotCondition(Read(node, context));
            default:
                var fact = context.FindFact(node, node.Key);
                return fact is null ? null : new FactCondition(fact, ReadTest(node, fact, context.Problems).Intersect(fact.Domain));
        }
    }

    private static Condition[] ReadList(SourceNode node, ReadingContext context)
    {
        if (node.Kind == JsonTokenType.StartArray)
        {
            return [.. node.Children.Select(child => Read(child, context))];
        }

        context.Problems.Add(node, $"Hier steht {node.Describe()}, erwartet wird eine Liste von Bedingungen [ {{ … }}, … ].");
        return [];
    }

    /// <summary>One value, one test object, or a list of either of which one has to fit.</summary>
    private static ValueSet ReadTest(SourceNode node, FactDeclaration fact, ProblemList problems)
    {
        if (node.Kind == JsonTokenType.StartObject)
        {
            return ReadTestObject(node, fact, problems);
        }

        if (node.Kind != JsonTokenType.StartArray)
        {
            return FactReader.ReadValue(node, fact, problems) is { } value ? ValueSet.Of(value.Code) : ValueSet.Empty;
        }

        if (node.Children.Count == 0)
        {
            problems.Add(node, "Die Liste ist leer; die Bedingung träfe nie zu.");
        }

        var sets = node.Children.Select(child => ReadTest(child, fact, problems)).ToArray();
        return ValueSet.Of(
            sets.SelectMany(set => Enumerable.Range(0, set.RangeCount).Select(set.GetRange)),
            sets.Any(set => set.IncludesMissing));
    }

    private static ValueSet ReadTestObject(SourceNode node, FactDeclaration fact, ProblemList problems)
    {
        var fields = new Fields(node, problems, TestNames);
        if (node.Children.Count == 0)
        {
            problems.Add(node, $"Die Bedingung ist leer; erlaubt: {string.Join(", ", TestNames)}.");
        }

        var present = fact.Domain.Intersect(ValueSet.Range(long.MinValue + 1, long.MaxValue));
        var result = fact.Domain;
        if (fields.OptionalBool("present") is { } isPresent)
        {
            result = result.Intersect(isPresent ? present : ValueSet.Missing);
        }

        if (fields.Find(FormatWords.Not) is { } not)
        {
            result = result.Intersect(ReadTest(not, fact, problems).ComplementIn(fact.Domain));
        }

        foreach (var bound in TestNames.Take(4).Select(fields.Find).OfType<SourceNode>())
        {
            result = result.Intersect(ReadBound(bound, fact, problems));
        }

        if (result.IsEmpty && !problems.Any)
        {
            problems.Add(node, "Die Bedingung trifft nie zu: kein erlaubter Wert erfüllt sie.");
        }

        return result;
    }

    private static ValueSet ReadBound(SourceNode node, FactDeclaration fact, ProblemList problems)
    {
        if (fact.Type is not (FactType.Number or FactType.Date))
        {
            problems.Add(node, $"„{node.Key}“ gibt es nur bei Zahlen und Daten, „{fact.Name}“ ist etwas anderes.");
            return ValueSet.Empty;
        }

        if (FactReader.ReadValue(node, fact, problems) is not { } value)
        {
            return ValueSet.Empty;
        }

        return node.Key switch
        {
            "from" => ValueSet.Range(value.Code, long.MaxValue),
            "to" => ValueSet.Range(long.MinValue + 1, value.Code),
            "above" => ValueSet.Range(value.Code + 1, long.MaxValue),
            _ => ValueSet.Range(long.MinValue + 1, value.Code - 1),
        };
    }
}
