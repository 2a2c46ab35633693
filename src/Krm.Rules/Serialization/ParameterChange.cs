using System.Text.Json.Nodes;

namespace Krm.Rules.Serialization;

/// <summary>Changes the value of a parameter by rewriting the document, so that every check of reading applies.</summary>
internal static class ParameterChange
{
    public static RuleSet Apply(RuleSet ruleSet, string name, string period)
    {
        var document = JsonNode.Parse(RuleSetWriter.Write(ruleSet, indented: false))!;
        var parameter = (document["parameters"] as JsonArray)?.FirstOrDefault(entry => entry!["name"]!.GetValue<string>() == name) as JsonObject
            ?? throw new ArgumentException(
                $"The rule set '{ruleSet.Id}' has no parameter '{name}'; it has {string.Join(", ", ruleSet.Parameters.Select(known => known.Name))}.", nameof(name));
        parameter.Remove("values");
        parameter["value"] = period;
        return RuleSet.Read(document.ToJsonString(), ruleSet.Id);
    }
}
