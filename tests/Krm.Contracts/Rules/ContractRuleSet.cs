using Krm.Rules;

namespace Krm.Contracts.Rules;

/// <summary>A rule set that uses all of the format: every kind of table, every hit policy, every start of a period.</summary>
internal static class ContractRuleSet
{
    public static RuleSet Complete { get; } = RuleSet.Read("""
        {
          "format": 1, "id": "vertrag", "version": "1", "title": "Alles einmal",
          "sources": [{ "id": "q", "title": "Quelle" }],
          "facts": [
            { "name": "kanal", "type": "choice", "values": ["Brief", "Fax", "Mail"], "default": "Brief" },
            { "name": "dringend", "type": "yesNo", "default": false },
            { "name": "betrag", "type": "number", "decimals": 2, "min": 0, "max": 1000, "default": 10 },
            { "name": "termin", "type": "date", "optional": true },
            { "name": "stichwort", "type": "text", "optional": true }
          ],
          "parameters": [
            { "name": "antwort", "status": "assumed", "values": [{ "value": "P3W", "validTo": "2026-06-30" }, { "value": "P2W", "validFrom": "2026-07-01" }] }
          ],
          "tables": [
            { "name": "geltung", "kind": "scope", "hitPolicy": "unique", "rules": [
                { "id": "G1", "when": { "kanal": "Fax", "dringend": false }, "then": { "applies": false, "reason": "Kein Fax." }, "citation": { "source": "q", "section": "Nr. 1" } }],
              "otherwise": { "id": "G0", "then": { "applies": true }, "citation": { "source": "q", "section": "Nr. 1" } } },
            { "name": "prioritaet", "kind": "priority", "hitPolicy": "priority", "values": ["sofort", "hoch"], "rules": [
                { "id": "P1", "rank": 2, "when": { "dringend": true }, "then": { "value": "hoch" }, "citation": { "source": "q" } },
                { "id": "P2", "rank": 1, "when": { "betrag": { "from": 500 } }, "then": { "value": "sofort" }, "citation": { "source": "q" } }] },
            { "name": "stufe", "kind": "decision", "hitPolicy": "first", "values": ["a", "b", "c"], "rules": [
                { "id": "S1", "when": { "prioritaet": ["hoch", "sofort"] }, "then": { "value": "a" }, "citation": { "source": "q" } },
                { "id": "S2", "when": { "betrag": { "above": 99.99 } }, "then": { "value": "b" }, "citation": { "source": "q" } }],
              "otherwise": { "id": "S0", "then": { "value": "c" }, "citation": { "source": "q" } } },
            { "name": "pflichten", "kind": "duties", "hitPolicy": "collect", "rules": [
                { "id": "D1", "when": { "stufe": "a" }, "then": { "duty": "anruf", "title": "Anruf", "role": "R", "due": { "period": "at-once" } }, "citation": { "source": "q", "section": "Nr. 2" } },
                { "id": "D2", "when": { "any": [{ "dringend": true }, { "betrag": { "from": 100 } }] }, "then": { "duty": "antwort", "title": "Antwort", "role": "R", "due": { "parameter": "antwort" } }, "citation": { "source": "q", "section": "Nr. 3" } },
                { "id": "D3", "when": { "prioritaet": { "not": "sofort" } }, "then": { "duty": "ablage", "title": "Ablage", "role": "R", "due": { "period": "3AT", "start": { "duty": "antwort" } } }, "citation": { "source": "q" } },
                { "id": "D4", "validFrom": "2026-07-01", "then": { "duty": "neu", "title": "Neu", "role": "R" }, "citation": { "source": "q" } },
                { "id": "D5", "validTo": "2026-06-30", "then": { "duty": "alt", "title": "Alt", "role": "R" }, "citation": { "source": "q" } },
                { "id": "D6", "when": { "stichwort": "Sperre" }, "then": { "duty": "sperre", "title": "Sperre", "role": "R", "due": { "period": "P1W", "start": { "fact": "termin" }, "direction": "backward" } }, "citation": { "source": "q" } }] },
            { "name": "wege", "kind": "routing", "hitPolicy": "collect", "rules": [
                { "id": "W1", "when": { "kanal": "Mail" }, "then": { "to": "Postfach" }, "citation": { "source": "q" } },
                { "id": "W2", "when": { "kanal": "Mail", "dringend": true }, "then": { "to": "Leitung", "via": "Telefon" }, "citation": { "source": "q" } }],
              "otherwise": { "id": "W0", "then": { "to": "Registratur" }, "citation": { "source": "q" } } },
            { "name": "hinweise", "kind": "notices", "hitPolicy": "collect", "rules": [
                { "id": "H1", "when": { "stichwort": { "present": false } }, "then": { "notice": "stichwort", "to": "R", "text": "Stichwort fehlt" }, "citation": { "source": "q" } }] },
            { "name": "loeschung", "kind": "retention", "hitPolicy": "first", "rules": [
                { "id": "L1", "when": { "all": [{ "not": { "stufe": "a" } }, { "not": { "any": [{ "kanal": "Mail" }, { "dringend": true }] } }] }, "then": { "due": { "period": "P1Y" }, "fromYearEnd": true }, "citation": { "source": "q" } },
                { "id": "L2", "then": { "due": { "period": "P2Y" } }, "citation": { "source": "q" } }] }
          ]
        }
        """);

    /// <summary>A rule set of one table of duties, or of more.</summary>
    public static RuleSet WithDuties(string policy, string rules, string? otherwise = null, string more = "") => RuleSet.Read($$"""
        {
          "format": 1, "id": "probe", "version": "1", "title": "Probe", "sources": [{ "id": "q", "title": "Quelle" }],
          "facts": [{ "name": "a", "type": "yesNo", "default": false }, { "name": "b", "type": "yesNo", "default": false }],
          "tables": [{ "name": "t", "kind": "duties", "hitPolicy": "{{policy}}", "rules": [{{rules}}] {{(otherwise is null ? "" : ", \"otherwise\": " + otherwise)}} }{{more}}]
        }
        """);

    public static string Rule(string id, string when = "{}", string duty = "x", int? rank = null) =>
        $$"""{ "id": "{{id}}", {{(rank is null ? "" : $"\"rank\": {rank},")}} "when": {{when}}, "then": { "duty": "{{duty}}", "title": "T", "role": "R" }, "citation": { "source": "q" } }""";
}
