using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Krm.Contracts.Rules.Models;

/// <summary>
/// Decides a case straight from the JSON text, rule by rule, condition by condition: the meaning of the format written down
/// without sets, boxes or indexes. Slow and simple on purpose.
/// </summary>
public static class NaiveInterpreter
{
    /// <summary>Ids of the rules that fire, table by table; <c>null</c> if two rules collide.</summary>
    public static List<string>? Decide(JsonElement ruleSet, IReadOnlyDictionary<string, string?> facts)
    {
        var tables = Trace(ruleSet, facts);
        return tables.Exists(table => table.Chosen is null) || GivesTwice(ruleSet, tables) ? null : [.. tables.SelectMany(table => table.Chosen!)];
    }

    /// <summary>Whether two of the tables give the same duty or notice.</summary>
    private static bool GivesTwice(JsonElement ruleSet, List<NaiveTable> tables)
    {
        var rules = ruleSet.GetProperty("tables").EnumerateArray()
            .SelectMany(table => table.TryGetProperty("otherwise", out var otherwise) ? table.GetProperty("rules").EnumerateArray().Append(otherwise) : table.GetProperty("rules").EnumerateArray())
            .ToDictionary(rule => rule.GetProperty("id").GetString()!, rule => KeyOf(rule.GetProperty("then")));
        var keys = tables.SelectMany(table => table.Chosen!).Select(id => rules[id]).OfType<string>().ToList();
        return keys.Distinct().Count() < keys.Count;
    }

    private static string? KeyOf(JsonElement then) =>
        then.TryGetProperty("duty", out var duty) ? duty.GetString() : then.TryGetProperty("notice", out var notice) ? notice.GetString() : null;

    /// <summary>The tables the case reaches, up to a conflict or the end of its scope.</summary>
    public static List<NaiveTable> Trace(JsonElement ruleSet, IReadOnlyDictionary<string, string?> facts)
    {
        var types = ruleSet.TryGetProperty("facts", out var declared)
            ? declared.EnumerateArray().ToDictionary(fact => fact.GetProperty("name").GetString()!, fact => fact.GetProperty("type").GetString()!)
            : [];
        types["received"] = "date";
        var values = new Dictionary<string, string?>(facts);
        var trace = new List<NaiveTable>();
        foreach (var table in ruleSet.GetProperty("tables").EnumerateArray())
        {
            var kind = table.GetProperty("kind").GetString();
            var matching = table.GetProperty("rules").EnumerateArray()
                .Where(rule => IsInForce(rule, values["received"]!) && (!rule.TryGetProperty("when", out var when) || Holds(when, values, types)))
                .ToList();
            var chosen = Choose(table, matching);
            if (chosen is { Count: 0 } && table.TryGetProperty("otherwise", out var otherwise))
            {
                chosen.Add(otherwise);
            }

            trace.Add(new NaiveTable(table.GetProperty("name").GetString()!, Ids(matching), chosen is null ? null : Ids(chosen)));
            if (chosen is null)
            {
                break;
            }

            if (kind is "priority" or "decision")
            {
                var name = table.GetProperty("name").GetString()!;
                types[name] = "choice";
                values[name] = chosen.Count == 0 ? null : chosen[0].GetProperty("then").GetProperty("value").GetString();
            }

            if (kind == "scope" && chosen.Count > 0 && !chosen[0].GetProperty("then").GetProperty("applies").GetBoolean())
            {
                break;
            }
        }

        return trace;
    }

    private static string[] Ids(List<JsonElement> rules) => [.. rules.Select(rule => rule.GetProperty("id").GetString()!)];

    private static List<JsonElement>? Choose(JsonElement table, List<JsonElement> matching)
    {
        switch (table.GetProperty("hitPolicy").GetString())
        {
            case "unique":
                return matching.Count > 1 ? null : [.. matching];
            case "first":
                return [.. matching.Take(1)];
            case "priority":
                return [.. matching.OrderBy(rule => rule.GetProperty("rank").GetInt32()).Take(1)];
            default:
                var keys = matching.Select(rule => KeyOf(rule.GetProperty("then"))).OfType<string>().ToList();
                return keys.Distinct().Count() < keys.Count ? null : [.. matching];
        }
    }

    private static bool IsInForce(JsonElement rule, string received)
    {
        var day = Date(received);
        return !(rule.TryGetProperty("validFrom", out var from) && day < Date(from.GetString()!))
            && !(rule.TryGetProperty("validTo", out var to) && day > Date(to.GetString()!));
    }

    private static bool Holds(JsonElement condition, Dictionary<string, string?> values, Dictionary<string, string> types) =>
        condition.EnumerateObject().All(member => member.Name switch
        {
            "all" => member.Value.EnumerateArray().All(part => Holds(part, values, types)),
            "any" => member.Value.EnumerateArray().Any(part => Holds(part, values, types)),
            "not" => !Holds(member.Value, values, types),
            _ => Fits(member.Value, values[member.Name], types[member.Name]),
        });

    private static bool Fits(JsonElement test, string? value, string type)
    {
        switch (test.ValueKind)
        {
            case JsonValueKind.Array:
                return test.EnumerateArray().Any(part => Fits(part, value, type));
            case JsonValueKind.Object:
                return test.EnumerateObject().All(member => member.Name switch
                {
                    "present" => member.Value.GetBoolean() == value is not null,
                    "not" => !Fits(member.Value, value, type),
                    "from" => value is not null && Compare(value, member.Value, type) >= 0,
                    "to" => value is not null && Compare(value, member.Value, type) <= 0,
                    "above" => value is not null && Compare(value, member.Value, type) > 0,
                    _ => value is not null && Compare(value, member.Value, type) < 0,
                });
            default:
                return value is not null && Compare(value, test, type) == 0;
        }
    }

    private static int Compare(string value, JsonElement other, string type) => type switch
    {
        "number" => decimal.Parse(value, CultureInfo.InvariantCulture).CompareTo(other.GetDecimal()),
        "date" => Date(value).CompareTo(Date(other.GetString()!)),
        "yesNo" => (value == "true").CompareTo(other.GetBoolean()),
        _ => string.CompareOrdinal(value, other.GetString()),
    };

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
