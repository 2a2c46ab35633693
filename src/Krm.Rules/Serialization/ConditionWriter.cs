using System.Text.Json;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Serialization;

/// <summary>Writes conditions.</summary>
internal static class ConditionWriter
{

    public static void Write(Utf8JsonWriter json, Condition condition)
    {
        json.WriteStartObject();
        WriteMembers(json, condition);
        json.WriteEndObject();
    }

    public static void WriteValue(Utf8JsonWriter json, FactDeclaration fact, long code)
    {
        switch (fact.Type)
        {
            case FactType.YesNo:
                json.WriteBooleanValue(code == 1);
                break;
            case FactType.Number:
                json.WriteNumberValue(fact.Unscale(code));
                break;
            default:
                json.WriteStringValue(FactTexts.ToData(fact, code));
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, Condition condition)
    {
        switch (condition)
        {
            case FactCondition fact:
                json.WritePropertyName(fact.Fact.Name);
                WriteTest(json, fact.Fact, fact.Allowed);
                break;
            case AllCondition all when AreDistinctFacts(all.Parts):
                foreach (var part in all.Parts)
                {
                    WriteMembers(json, part);
                }

                break;
            case AllCondition all:
                WriteParts(json, FormatWords.All, all.Parts);
                break;
            case AnyCondition any:
                WriteParts(json, FormatWords.Any, any.Parts);
                break;
            case NotCondition not:
                json.WritePropertyName(FormatWords.Not);
                Write(json, not.Inner);
                break;
        }
    }

    // One member alone would be read back as that part without the "all" around it.
    private static bool AreDistinctFacts(IReadOnlyList<Condition> parts) =>
        parts.Count != 1 && parts.All(part => part is FactCondition) && parts.Cast<FactCondition>().Select(part => part.Fact.Name).Distinct().Count() == parts.Count;

    private static void WriteParts(Utf8JsonWriter json, string name, IReadOnlyList<Condition> parts)
    {
        json.WriteStartArray(name);
        foreach (var part in parts)
        {
            Write(json, part);
        }

        json.WriteEndArray();
    }

    private static void WriteTest(Utf8JsonWriter json, FactDeclaration fact, ValueSet allowed)
    {
        if (fact.Type == FactType.Text && allowed.Contains(0))
        {
            WriteOpenTexts(json, fact, allowed);
            return;
        }

        var count = allowed.RangeCount + (allowed.IncludesMissing ? 1 : 0);
        var isSingle = count == 1 && (allowed.IncludesMissing || IsOneItem(fact, allowed.GetRange(0)));
        if (!isSingle)
        {
            json.WriteStartArray();
        }

        for (var index = 0; index < allowed.RangeCount; index++)
        {
            WriteRange(json, fact, allowed.GetRange(index));
        }

        if (allowed.IncludesMissing)
        {
            WritePresent(json, false);
        }

        if (!isSingle)
        {
            json.WriteEndArray();
        }
    }

    private static bool IsOneItem(FactDeclaration fact, (long From, long To) range) =>
        range.From == range.To || fact.Type is FactType.Number or FactType.Date;

    /// <summary>Texts without end: <c>present</c>, or everything but the excluded ones.</summary>
    private static void WriteOpenTexts(Utf8JsonWriter json, FactDeclaration fact, ValueSet allowed)
    {
        var excluded = allowed.ComplementIn(fact.Domain);
        if (excluded.RangeCount > 0)
        {
            json.WriteStartObject();
            json.WritePropertyName(FormatWords.Not);
            WriteTest(json, fact, excluded);
            json.WriteEndObject();
        }
        else if (!allowed.IncludesMissing)
        {
            WritePresent(json, true);
        }
        else
        {
            json.WriteStartArray();
            WritePresent(json, true);
            WritePresent(json, false);
            json.WriteEndArray();
        }
    }

    private static void WritePresent(Utf8JsonWriter json, bool present)
    {
        json.WriteStartObject();
        json.WriteBoolean("present", present);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, FactDeclaration fact, (long From, long To) range)
    {
        if (fact.Type is FactType.Number or FactType.Date && range.From != range.To)
        {
            var (first, last) = fact.Domain.GetRange(0);
            json.WriteStartObject();
            if (range.From > first || range.To >= last)
            {
                json.WritePropertyName("from");
                WriteValue(json, fact, range.From);
            }

            if (range.To < last)
            {
                json.WritePropertyName("to");
                WriteValue(json, fact, range.To);
            }

            json.WriteEndObject();
            return;
        }

        for (var code = range.From; code <= range.To; code++)
        {
            WriteValue(json, fact, code);
        }
    }
}
