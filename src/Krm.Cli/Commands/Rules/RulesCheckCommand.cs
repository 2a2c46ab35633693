using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Krm.Cli.Cases;
using Krm.Rules;
using Krm.Rules.Validation;

namespace Krm.Cli.Commands.Rules;

/// <summary><c>krm rules check</c>: gaps, overlaps, unreachable rules, validity holes.</summary>
internal sealed class RulesCheckCommand : CliCommand
{
    private readonly Argument<string> _ruleSet;
    private readonly Option<bool> _json;

    public RulesCheckCommand(Language language)
        : base("check", language.Choose("Lücken, Widersprüche, unerreichbare Regeln, Geltungslöcher finden", "find gaps, overlaps, unreachable rules, validity holes"))
    {
        _ruleSet = RulesCommand.RuleSetArgument("FILE", language);
        Add(_ruleSet);
        _json = AddOption<bool>("--json", language.Choose("Ergebnis als JSON", "result as JSON"), string.Empty);
        Examples = ["rules check eigenes.regelwerk.json", "rules check harburg --json"];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var ruleSet = RuleSetSource.Load(arguments.GetRequiredValue(_ruleSet), context.Messages);
        var analysis = RuleSetAnalyzer.Analyze(ruleSet);
        context.WriteResult(arguments.GetValue(_json) ? ToJson(analysis) : ToText(ruleSet, analysis));
        return analysis.IsSound ? ExitCodes.Done : ExitCodes.SomeRowsFailed;
    }

    private static string ToText(RuleSet ruleSet, RuleSetAnalysis analysis)
    {
        var text = new StringBuilder();
        foreach (var finding in analysis.Findings)
        {
            text.Append(finding.IsDefect ? "Mangel   " : "Hinweis  ").Append(NameOf(finding.Kind)).Append(": ").Append(finding.Message).Append('\n');
            if (finding.Example.Count > 0)
            {
                text.Append("         Beispiel: ").AppendJoin(", ", finding.Example.Select(fact => $"{fact.Key}={fact.Value}")).Append('\n');
            }
        }

        var defects = analysis.Findings.Count(finding => finding.IsDefect);
        var verdict = defects == 0 ? "keine Lücke, kein Widerspruch, keine unerreichbare Regel, kein Geltungsloch" : defects == 1 ? "1 Mangel" : $"{defects} Mängel";
        return text.Append(CultureInfo.InvariantCulture, $"{ruleSet.Id} {ruleSet.Version}: {ruleSet.Rules.Count} Regeln in {ruleSet.Tables.Count} Tabellen geprüft: {verdict}.\n").ToString();
    }

    private static string NameOf(FindingKind kind) => kind switch
    {
        FindingKind.Gap => "Lücke",
        FindingKind.Conflict => "Widerspruch",
        FindingKind.Unreachable => "unerreichbar",
        FindingKind.ValidityHole => "Geltungsloch",
        FindingKind.UnusedFact => "ungenutzte Tatsache",
        FindingKind.UnusedParameter => "ungenutzter Parameter",
        _ => "nicht prüfbar",
    };

    private static string ToJson(RuleSetAnalysis analysis)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOutput.Indented))
        {
            json.WriteStartObject();
            json.WriteBoolean("sound", analysis.IsSound);
            json.WriteStartArray("findings");
            foreach (var finding in analysis.Findings)
            {
                Write(json, finding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, RuleSetFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("kind", finding.Kind.ToString());
        json.WriteBoolean("defect", finding.IsDefect);
        json.WriteString("place", finding.Place);
        json.WriteStartArray("rules");
        foreach (var rule in finding.Rules)
        {
            json.WriteStringValue(rule);
        }

        json.WriteEndArray();
        json.WriteString("message", finding.Message);
        json.WriteStartObject("example");
        foreach (var fact in finding.Example)
        {
            json.WriteString(fact.Key, fact.Value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
