using System.Text.Json;
using System.Text.RegularExpressions;

namespace Krm.Rules.Tests.Models;

/// <summary>Checks a document against the part of JSON Schema that the schema of rule sets uses.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    public List<string> Check(JsonElement document) => Check(document, root, "$");

    private List<string> Check(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Check(value, root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), path);
        }

        var problems = new List<string>();
        if (schema.TryGetProperty("anyOf", out var alternatives) && !alternatives.EnumerateArray().Any(alternative => Check(value, alternative, path).Count == 0))
        {
            problems.Add($"{path}: fits no alternative");
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Is(value, name)))
        {
            problems.Add($"{path}: is not {type}");
        }

        if (schema.TryGetProperty("enum", out var words) && words.EnumerateArray().All(word => word.GetString() != value.ToString()))
        {
            problems.Add($"{path}: is none of {words}");
        }

        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(value.ToString(), pattern.GetString()!))
        {
            problems.Add($"{path}: does not match {pattern}");
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            problems.AddRange(value.EnumerateArray().SelectMany((item, index) => Check(item, items, $"{path}[{index}]")));
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            problems.AddRange(CheckMembers(value, schema, path));
        }

        return problems;
    }

    private IEnumerable<string> CheckMembers(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)))
            {
                yield return $"{path}: {name} is missing";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            var inner = $"{path}.{member.Name}";
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var known))
            {
                foreach (var problem in Check(member.Value, known, inner))
                {
                    yield return problem;
                }
            }
            else if (schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object)
            {
                foreach (var problem in Check(member.Value, others, inner))
                {
                    yield return problem;
                }
            }
            else if (others.ValueKind == JsonValueKind.False)
            {
                yield return $"{inner}: is not allowed";
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind.ToString().Equals(type, StringComparison.OrdinalIgnoreCase),
    };
}
