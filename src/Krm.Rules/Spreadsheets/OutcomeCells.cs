using System.Globalization;
using System.Text.Json.Nodes;

namespace Krm.Rules.Spreadsheets;

/// <summary>The outcome of a rule as cells: one column a field, nested fields joined by dots.</summary>
internal static class OutcomeCells
{
    private static readonly string[] Lists = ["dependsOn"];
    private static readonly string[] Flags = ["applies", "fromYearEnd", "due.shift"];
    private const string Escalation = "escalation";

    public static readonly IReadOnlyDictionary<TableKind, string[]> Fields = new Dictionary<TableKind, string[]>
    {
        [TableKind.Scope] = ["applies", "reason"],
        [TableKind.Priority] = ["value", "reason"],
        [TableKind.Decision] = ["value", "reason"],
        [TableKind.Duties] =
        [
            "duty", "title", "role", "channel", "template", "due.period", "due.parameter", "due.start.fact", "due.start.duty", "due.regime", "due.direction",
            "due.shift", "reason", "dependsOn", Escalation,
        ],
        [TableKind.Routing] = ["to", "via", "reason"],
        [TableKind.Notices] = ["notice", "to", "text"],
        [TableKind.Retention] = ["due.period", "due.parameter", "due.start.fact", "due.start.duty", "due.regime", "due.direction", "due.shift", "fromYearEnd", "reason"],
    };

    public static string Format(JsonNode then, string field)
    {
        JsonNode? node = then;
        foreach (var part in field.Split('.'))
        {
            node = node?[part];
        }

        return node switch
        {
            null => "",
            JsonArray stages when field == Escalation => string.Join(" | ", stages.Select(stage => $"{stage!["workingDays"]}: {stage["notify"]}: {stage["label"]}")),
            JsonArray items => string.Join(" | ", items.Select(item => item!.ToString())),
            _ when Flags.Contains(field) => node.GetValue<bool>() ? "ja" : "nein",
            _ => node.ToString(),
        };
    }

    public static void Parse(JsonObject then, string field, string cell)
    {
        var text = cell.Trim();
        if (text.Length == 0)
        {
            return;
        }

        var parts = field.Split('.');
        var owner = then;
        foreach (var part in parts.Take(parts.Length - 1))
        {
            owner = (JsonObject)(owner[part] ??= new JsonObject());
        }

        owner[parts[parts.Length - 1]] = Lists.Contains(field) ? new JsonArray([.. ConditionCell.Split(text).Select(item => JsonValue.Create(item.Text))])
            : field == Escalation ? new JsonArray([.. ConditionCell.Split(text).Select(item => Stage(item.Text))])
            : Flags.Contains(field) ? Flag(text)
            : JsonValue.Create(text);
    }

    // What is neither yes nor no stays a text: reading the rule set then says what is allowed.
    public static JsonValue Flag(string text) => text.ToUpperInvariant() switch
    {
        "JA" or "TRUE" or "WAHR" or "1" => JsonValue.Create(true),
        "NEIN" or "FALSE" or "FALSCH" or "0" => JsonValue.Create(false),
        _ => JsonValue.Create(text)!,
    };

    private static JsonObject Stage(string text)
    {
        var parts = text.Split([':'], 3);
        var stage = new JsonObject
        {
            ["workingDays"] = int.TryParse(parts[0].Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) ? days : parts[0].Trim(),
        };
        if (parts.Length > 1)
        {
            stage["notify"] = parts[1].Trim();
        }

        if (parts.Length > 2)
        {
            stage["label"] = parts[2].Trim();
        }

        return stage;
    }
}
