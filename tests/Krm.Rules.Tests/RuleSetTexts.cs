namespace Krm.Rules.Tests;

/// <summary>Small rule sets for tests.</summary>
internal static class RuleSetTexts
{
    public const string Duty = """{ "duty": "antwort", "title": "Antwort", "role": "QM" }""";

    /// <summary>A rule set with facts of every type and the given table or tables.</summary>
    public static string WithTable(string table, string more = "") => $$"""
        {
          "format": 1, "id": "probe", "version": "1", "title": "Probe", "land": "HH", "validFrom": "2026-01-01", "validTo": "2026-12-31",
          "sources": [{ "id": "q", "title": "Quelle" }],
          "facts": [
            { "name": "kanal", "type": "choice", "values": ["Brief", "Fax", "Mail"], "default": "Brief" },
            { "name": "dringend", "type": "yesNo", "default": false },
            { "name": "betrag", "type": "number", "decimals": 2, "min": 0, "max": 100, "default": 10 },
            { "name": "frist", "type": "date", "optional": true },
            { "name": "text", "type": "text", "optional": true }
          ],
          {{more}}
          "tables": [{{table}}]
        }
        """;

    public static string Rule(string id, string when, string then = Duty, string more = "") =>
        $$"""{ "id": "{{id}}", "when": {{when}}, {{more}} "then": {{then}}, "citation": { "source": "q", "section": "Nr. 1" } }""";

    public static string Table(string policy, params string[] rules) =>
        $$"""{ "name": "t", "kind": "duties", "hitPolicy": "{{policy}}", "rules": [{{string.Join(",", rules)}}] }""";
}
