using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Krm.Rules.Serialization;

/// <summary>The members of one JSON object, read by name; whatever does not fit becomes a problem.</summary>
internal sealed class Fields
{
    private readonly ProblemList _problems;

    public Fields(SourceNode node, ProblemList problems, params string[] names)
    {
        Node = node;
        _problems = problems;
        IsObject = node.Kind == JsonTokenType.StartObject;
        if (!IsObject)
        {
            problems.Add(node, $"Hier steht {node.Describe()}, erwartet wird ein Objekt {{ … }} mit {German.Or(names)}.");
            return;
        }

        foreach (var child in node.Children)
        {
            if (Array.IndexOf(names, child.Key) < 0)
            {
                problems.Add(
                    child,
                    $"Den Namen „{SourceNode.Cut(child.Key)}“ gibt es hier nicht; erlaubt: {string.Join(", ", names)}.",
                    NearestName.Find(child.Key, names));
            }
        }
    }

    public SourceNode Node { get; }

    public bool IsObject { get; }

    public SourceNode? Find(string name) => IsObject ? Node.Find(name) : null;

    public string Text(string name)
    {
        var child = Find(name);
        if (child is null)
        {
            if (IsObject)
            {
                _problems.Add(Node, $"Hier fehlt „{name}“, ein Text.");
            }

            return "";
        }

        return TextOf(child, mayBeEmpty: false) ?? "";
    }

    public string? OptionalText(string name) => Find(name) is { } child ? TextOf(child, mayBeEmpty: true) : null;

    public bool? OptionalBool(string name)
    {
        var child = Find(name);
        if (child is null || child.Kind is JsonTokenType.True or JsonTokenType.False)
        {
            return child is null ? null : child.Kind == JsonTokenType.True;
        }

        _problems.Add(child, $"Hier steht {child.Describe()}, erlaubt ist true oder false.");
        return null;
    }

    public LocalDate? OptionalDate(string name) => Find(name) is { } child && child.Kind != JsonTokenType.Null ? DateOf(child) : null;

    public LocalDate? Date(string name)
    {
        if (Find(name) is { } child)
        {
            return DateOf(child);
        }

        if (IsObject)
        {
            _problems.Add(Node, $"Hier fehlt „{name}“, ein Datum JJJJ-MM-TT.");
        }

        return null;
    }

    public int? OptionalInteger(string name, int minimum, int maximum)
    {
        var child = Find(name);
        if (child is null)
        {
            return null;
        }

        if (child.Kind == JsonTokenType.Number
            && int.TryParse(child.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= minimum && value <= maximum)
        {
            return value;
        }

        _problems.Add(child, $"Hier steht {child.Describe()}, erlaubt ist eine ganze Zahl von {minimum} bis {maximum}.");
        return null;
    }

    public decimal? OptionalNumber(string name)
    {
        var child = Find(name);
        if (child is null)
        {
            return null;
        }

        if (child.Kind == JsonTokenType.Number && decimal.TryParse(child.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        _problems.Add(child, $"Hier steht {child.Describe()}, erlaubt ist eine Zahl.");
        return null;
    }

    public T? Choice<T>(string name, IReadOnlyDictionary<string, T> words, bool required)
        where T : struct
    {
        var child = Find(name);
        if (child is null)
        {
            if (required && IsObject)
            {
                _problems.Add(Node, $"Hier fehlt „{name}“; erlaubt: {string.Join(", ", words.Keys)}.");
            }

            return null;
        }

        if (child.Kind == JsonTokenType.String && words.TryGetValue(child.Text, out var value))
        {
            return value;
        }

        _problems.Add(child, $"Hier steht {child.Describe()}, erlaubt: {string.Join(", ", words.Keys)}.", NearestName.Find(child.Text, words.Keys));
        return null;
    }

    public IReadOnlyList<SourceNode> List(string name)
    {
        var child = Find(name);
        if (child is null || child.Kind == JsonTokenType.StartArray)
        {
            return child?.Children ?? [];
        }

        _problems.Add(child, $"Hier steht {child.Describe()}, erwartet wird eine Liste [ … ].");
        return [];
    }

    public IReadOnlyList<string> Texts(string name) => [.. List(name).Select(item => TextOf(item, mayBeEmpty: false)).OfType<string>()];

    public string? TextOf(SourceNode node, bool mayBeEmpty)
    {
        if (node.Kind != JsonTokenType.String)
        {
            _problems.Add(node, $"Hier steht {node.Describe()}, erwartet wird ein Text.");
            return null;
        }

        if (node.Text.Length > RuleSetLimits.TextLength)
        {
            _problems.Add(node, $"Der Text hat {node.Text.Length} Zeichen, erlaubt sind {RuleSetLimits.TextLength}.");
            return null;
        }

        if (!mayBeEmpty && node.Text.Trim().Length == 0)
        {
            _problems.Add(node, "Der Text ist leer.");
            return null;
        }

        return node.Text;
    }

    private LocalDate? DateOf(SourceNode node)
    {
        var parsed = node.Kind == JsonTokenType.String ? LocalDatePattern.Iso.Parse(node.Text) : null;
        if (parsed is { Success: true } && parsed.Value.Year is >= 1900 and < 2200)
        {
            return parsed.Value;
        }

        _problems.Add(node, $"Hier steht {node.Describe()}, erlaubt ist ein Datum JJJJ-MM-TT zwischen 1900 und 2199.");
        return null;
    }
}
