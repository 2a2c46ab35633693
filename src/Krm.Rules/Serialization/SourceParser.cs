using System.Text;
using System.Text.Json;

namespace Krm.Rules.Serialization;

/// <summary>Parses JSON with comments into <see cref="SourceNode"/>s within <see cref="RuleSetLimits"/>.</summary>
internal static class SourceParser
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The document, or <c>null</c> after adding a problem; duplicate names are problems too.</summary>
    public static SourceNode? Parse(ReadOnlySpan<byte> json, ProblemList problems)
    {
        if (json.Length > RuleSetLimits.Bytes)
        {
            problems.AddAt(0, "", $"Die Datei ist größer als {RuleSetLimits.Bytes / (1024 * 1024)} MiB; so groß darf ein Regelwerk nicht sein.");
            return null;
        }

        var skipped = json.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = RuleSetLimits.Depth + 1 };
        var reader = new Utf8JsonReader(json.Slice(skipped), options);
        try
        {
            return Read(ref reader, skipped, problems);
        }
        catch (JsonException exception)
        {
            problems.AddAtLine(
                (int)(exception.LineNumber ?? 0),
                (int)(exception.BytePositionInLine ?? 0) + (exception.LineNumber is 0 ? skipped : 0),
                "Hier ist die Datei kein gültiges JSON; es fehlt etwa ein Komma, eine Klammer oder ein Anführungszeichen.");
            return null;
        }
        catch (InvalidOperationException)
        {
            problems.AddAt(skipped + (int)reader.TokenStartIndex, "", "Der Text enthält ungültige Zeichen; die Datei muss in UTF-8 gespeichert sein.");
            return null;
        }
    }

    private static SourceNode? Read(ref Utf8JsonReader reader, int skipped, ProblemList problems)
    {
        var open = new Stack<SourceNode>();
        SourceNode? root = null;
        var key = "";
        var count = 0;
        while (reader.Read())
        {
            var offset = skipped + (int)reader.TokenStartIndex;
            if (++count > RuleSetLimits.Nodes)
            {
                problems.AddAt(offset, "", $"Die Datei enthält mehr als {RuleSetLimits.Nodes:D} Werte; so groß darf ein Regelwerk nicht sein.");
                return null;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number
                && reader.ValueSpan.Length > RuleSetLimits.TextLength * 4)
            {
                problems.AddAt(offset, "", $"Hier steht ein Text von mehr als {RuleSetLimits.TextLength:D} Zeichen; so lang darf keiner sein.");
                return null;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                key = reader.GetString()!;
                if (open.Peek().Contains(key))
                {
                    problems.AddAt(offset, open.Peek().Path, $"Der Name „{SourceNode.Cut(key)}“ kommt hier zweimal vor.");
                }

                continue;
            }

            var parent = open.Count > 0 ? open.Peek() : null;
            var node = new SourceNode(parent, key, reader.TokenType, offset) { Text = TextOf(ref reader) };
            key = "";
            parent?.Add(node);
            root ??= node;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                if (open.Count == RuleSetLimits.Depth)
                {
                    problems.AddAt(offset, "", $"Die Datei ist tiefer als {RuleSetLimits.Depth} Ebenen verschachtelt.");
                    return null;
                }

                open.Push(node);
            }
        }

        return root;
    }

    private static string TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan.ToArray()),
        _ => "",
    };
}
