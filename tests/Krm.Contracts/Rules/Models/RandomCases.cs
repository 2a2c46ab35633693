using System.Text.Json;
using Krm.Rules;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using NodaTime;

namespace Krm.Contracts.Rules.Models;

/// <summary>Cases of any rule set from a seed; defaults and the values and limits that rules name come more often than others.</summary>
public sealed class RandomCases
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly LocalDate First = new(2024, 1, 1);

    private readonly RuleSet _ruleSet;
    private readonly Random _random;
    private readonly string[][] _texts;
    private readonly long[][] _limits;
    private int _count;

    /// <summary>Looks through the rules for values to try.</summary>
    public RandomCases(RuleSet ruleSet, int seed)
    {
        _ruleSet = ruleSet;
        _random = new Random(seed);
        using var document = JsonDocument.Parse(ruleSet.ToJson());
        _texts = [.. ruleSet.Facts.Select(fact => fact.Type == FactType.Text ? TextsOf(document.RootElement, fact.Name, isInside: false).Append("etwas anderes").ToArray() : [])];
        _limits = [.. ruleSet.Facts.Select(fact => ruleSet.Rules.SelectMany(rule => LimitsOf(rule.When, fact)).Where(code => IsUsual(fact, code)).ToArray())];
        _limits[0] = [.. _limits[0], .. ruleSet.Rules.SelectMany(rule => new[] { rule.ValidFrom, rule.ValidTo }).OfType<LocalDate>().SelectMany(day => new[] { day, day.PlusDays(1), day.PlusDays(-1) })
            .Select(day => (long)Period.DaysBetween(Epoch, day)).Where(code => IsUsual(ruleSet.Facts[0], code))];
    }

    /// <summary>The next case.</summary>
    public CaseFacts Next() =>
        CaseFacts.Create(_ruleSet, $"Z-{_count++}", [.. _ruleSet.Facts.Select((fact, index) => fact.Default is not null && _random.Next(2) == 0 ? FactValue.Missing : Value(fact, index))]);

    private FactValue Value(FactDeclaration fact, int index) => fact.Type switch
    {
        FactType.YesNo => fact.Encode(_random.Next(2) == 0),
        FactType.Choice => fact.Encode(fact.Choices[_random.Next(fact.Choices.Count)].Name),
        FactType.Text => fact.Encode(_texts[index][_random.Next(_texts[index].Length)]),
        FactType.Date => fact.Encode(Epoch.PlusDays((int)Code(fact, index, First, 1_100))),
        _ => fact.Encode(Code(fact, index, Epoch, 2_000) / (decimal)Math.Pow(10, fact.Decimals)),
    };

    /// <summary>Whether the fact can have the value, and a calendar covers the years around it if it is a day.</summary>
    private static bool IsUsual(FactDeclaration fact, long code) =>
        fact.Domain.Contains(code) && (fact.Type != FactType.Date || Math.Abs(code - Period.DaysBetween(Epoch, First)) < 10_000);

    /// <summary>A limit some rule names, or one of the usual values.</summary>
    private long Code(FactDeclaration fact, int index, LocalDate first, int count)
    {
        if (_limits[index].Length > 0 && _random.Next(2) == 0)
        {
            return _limits[index][_random.Next(_limits[index].Length)];
        }

        var code = Period.DaysBetween(Epoch, first) + _random.Next(count);
        var (from, to) = fact.Domain.GetRange(0);
        return Math.Clamp(code, from, to);
    }

    private static IEnumerable<long> LimitsOf(Condition condition, FactDeclaration fact) => condition switch
    {
        AllCondition all => all.Parts.SelectMany(part => LimitsOf(part, fact)),
        AnyCondition any => any.Parts.SelectMany(part => LimitsOf(part, fact)),
        NotCondition not => LimitsOf(not.Inner, fact),
        FactCondition one when ReferenceEquals(one.Fact, fact) => Enumerable.Range(0, one.Allowed.RangeCount).Select(one.Allowed.GetRange)
            .SelectMany(range => new[] { range.From - 1, range.From, range.To, range.To + 1 }),
        _ => [],
    };

    private static IEnumerable<string> TextsOf(JsonElement node, string name, bool isInside) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member => TextsOf(member.Value, name, isInside || member.Name == name)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(item => TextsOf(item, name, isInside)),
        JsonValueKind.String when isInside => [node.GetString()!],
        _ => [],
    };
}
