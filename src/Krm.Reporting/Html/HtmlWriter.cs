using System.Globalization;
using System.Text;
using System.Xml;

namespace Krm.Reporting.Html;

/// <summary>Writes HTML that is well-formed XML too; every text is escaped, whatever it holds.</summary>
internal sealed class HtmlWriter : IDisposable
{
    private static readonly HashSet<string> VoidElements = new(StringComparer.Ordinal)
    {
        "meta", "br", "col", "rect", "line", "path", "circle", "use",
    };

    private readonly XmlWriter _writer;
    private readonly Stack<string> _open = [];

    public HtmlWriter(Stream stream)
    {
        _writer = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            OmitXmlDeclaration = true,
            NewLineHandling = NewLineHandling.None,
        });
        _writer.WriteDocType("html", null, null, null);
    }

    /// <summary>Opens an element; disposing the result closes it.</summary>
    public Closing Open(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _writer.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            _writer.WriteAttributeString(attribute, Clean(value));
        }

        _open.Push(name);
        return new Closing(this);
    }

    /// <summary>Writes an element without content.</summary>
    public void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Open(name, attributes).Dispose();

    /// <summary>Writes an element with a text.</summary>
    public void Text(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        using (Open(name, attributes))
        {
            Write(text);
        }
    }

    public void Write(string text) => _writer.WriteString(Clean(text));

    /// <summary>A number as an attribute of a drawing needs it.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public void Dispose() => _writer.Dispose();

    /// <summary>Replaces what neither HTML nor a reader can bear: control characters, half surrogates, changes of writing direction.</summary>
    internal static string Clean(string text)
    {
        var isClean = true;
        for (var index = 0; index < text.Length && isClean; index++)
        {
            isClean = IsHarmless(text[index]);
        }

        if (isClean)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isHarmful = rune.Value < 0x10000 && !IsHarmless((char)rune.Value);
            clean.Append(isHarmful ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }

    private static bool IsHarmless(char character) =>
        character is >= ' ' and < '\u007f' or '\n' or >= '\u00a0' and < '\u200b' or > '\u200f' and < '\u202a'
            or > '\u202e' and < '\u2066' or > '\u2069' and < '\ud800' or > '\udfff' and < '\ufdd0'
            or > '\ufdef' and < '\ufeff' or > '\ufeff' and < '\ufffe';

    private void Close()
    {
        if (VoidElements.Contains(_open.Pop()))
        {
            _writer.WriteEndElement();
        }
        else
        {
            _writer.WriteFullEndElement();
        }
    }

    /// <summary>Closes an element when disposed.</summary>
    internal readonly struct Closing(HtmlWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}
