using System.Text.Json;

namespace Krm.Calendar.Holidays;

/// <summary>The fields of one JSON object; whatever is missing, of a wrong type or unknown becomes a problem with its path.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _element;
    private readonly string _source;
    private readonly string _jsonPath;
    private readonly List<string> _problems;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public JsonFields(JsonElement element, string source, string jsonPath, List<string> problems)
    {
        _element = element;
        _source = source;
        _jsonPath = jsonPath;
        _problems = problems;
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{Path}: found {Kind(element)}; needed is an object.");
        }
    }

    /// <summary>File and JSON path.</summary>
    public string Path => $"{_source}, {_jsonPath}";

    private bool IsObject => _element.ValueKind == JsonValueKind.Object;

    public void Problem(string name, string text) => _problems.Add($"{_source}, {_jsonPath}.{name}: {text}.");

    public IReadOnlyList<string> Names() => IsObject ? [.. _element.EnumerateObject().Select(property => property.Name)] : [];

    /// <summary>A text that must be there and not be empty; empty after a problem.</summary>
    public string Text(string name)
    {
        string? text = OptionalText(name);
        if (text is null && !Has(name) && IsObject)
        {
            Problem(name, "missing; needed is a text");
        }
        else if (text is { } given && given.Trim().Length == 0)
        {
            Problem(name, "empty; needed is a text");
        }

        return text ?? "";
    }

    public string? OptionalText(string name)
    {
        if (!TryGet(name, out JsonElement value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Problem(name, $"found {Kind(value)}; needed is a text");
        return null;
    }

    public bool OptionalBoolean(string name)
    {
        if (!TryGet(name, out JsonElement value))
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Problem(name, $"found {Kind(value)}; needed is true or false");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    public JsonFields? OptionalObject(string name) =>
        TryGet(name, out JsonElement value) ? new JsonFields(value, _source, $"{_jsonPath}.{name}", _problems) : null;

    /// <summary>The objects of an array; none where it is missing.</summary>
    public IReadOnlyList<JsonFields> Objects(string name) =>
        [.. Items(name).Select((item, index) => new JsonFields(item, _source, $"{_jsonPath}.{name}[{index}]", _problems))];

    /// <summary>The texts of an array that must be there and not be empty.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        IReadOnlyList<string> texts = OptionalTexts(name);
        if (texts.Count == 0)
        {
            Problem(name, "missing or empty; needed is an array of texts");
        }

        return texts;
    }

    /// <summary>The texts of an array; none where it is missing.</summary>
    public IReadOnlyList<string> OptionalTexts(string name)
    {
        List<string> texts = [];
        foreach (JsonElement item in Items(name))
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                texts.Add(item.GetString()!);
            }
            else
            {
                Problem(name, $"found {Kind(item)}; needed are texts");
            }
        }

        return texts;
    }

    /// <summary>Reports the fields that nobody asked for: a misspelt name must not pass in silence.</summary>
    public void CheckNoOthers()
    {
        foreach (string name in Names().Where(name => !_known.Contains(name)))
        {
            Problem(name, $"unknown field; allowed are {string.Join(", ", _known.OrderBy(known => known, StringComparer.Ordinal))}");
        }
    }

    private JsonElement.ArrayEnumerator Items(string name)
    {
        if (!TryGet(name, out JsonElement value))
        {
            return default;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return value.EnumerateArray();
        }

        Problem(name, $"found {Kind(value)}; needed is an array");
        return default;
    }

    private bool Has(string name) => IsObject && _element.TryGetProperty(name, out _);

    private bool TryGet(string name, out JsonElement value)
    {
        _known.Add(name);
        value = default;
        return IsObject && _element.TryGetProperty(name, out value);
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
