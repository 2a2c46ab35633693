using System.Text;
using System.Text.Json;

namespace Krm.Rules.Serialization;

/// <summary>A JSON value that remembers where it stood, so that problems can name the place.</summary>
internal sealed class SourceNode(SourceNode? parent, string key, JsonTokenType kind, int offset)
{
    private const int FewNames = 16;

    private List<SourceNode>? _children;
    private HashSet<string>? _names;

    /// <summary>Name in the parent object, or empty in a list.</summary>
    public string Key { get; } = key;

    /// <summary>StartObject, StartArray, String, Number, True, False or Null.</summary>
    public JsonTokenType Kind { get; } = kind;

    /// <summary>Byte position in the document.</summary>
    public int Offset { get; } = offset;

    /// <summary>Text of a string, digits of a number.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<SourceNode> Children => _children ?? (IReadOnlyList<SourceNode>)[];

    public string Path
    {
        get
        {
            if (parent is null)
            {
                return "";
            }

            var above = parent.Path;
            return parent.Kind == JsonTokenType.StartArray ? $"{above}[{parent._children!.IndexOf(this)}]" : above.Length == 0 ? Key : above + "." + Key;
        }
    }

    public void Add(SourceNode child)
    {
        (_children ??= []).Add(child);
        if (Kind == JsonTokenType.StartObject && _children.Count > FewNames)
        {
            _names ??= new HashSet<string>(_children.Select(known => known.Key), StringComparer.Ordinal);
            _names.Add(child.Key);
        }
    }

    /// <summary>Whether the object already has a member of that name; quick also in a hostile object of a million members.</summary>
    public bool Contains(string key) => _names?.Contains(key) ?? Find(key) is not null;

    public SourceNode? Find(string key)
    {
        foreach (var child in Children)
        {
            if (child.Key == key)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>What stands here, for a message; long texts are cut.</summary>
    public string Describe() => Kind switch
    {
        JsonTokenType.StartObject => "ein Objekt { … }",
        JsonTokenType.StartArray => "eine Liste [ … ]",
        JsonTokenType.String => "„" + Cut(Text) + "“",
        JsonTokenType.Number => "die Zahl " + Cut(Text),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    public static string Cut(string text)
    {
        var end = text.Length <= 60 ? text.Length : 57;
        var builder = new StringBuilder(end + 1);
        foreach (var character in text.Take(end))
        {
            builder.Append(char.IsControl(character) ? ' ' : character);
        }

        return end == text.Length ? builder.ToString() : builder.Append('…').ToString();
    }
}
