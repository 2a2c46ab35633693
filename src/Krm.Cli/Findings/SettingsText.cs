using System.Globalization;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>Settings written as <c>key=value</c> pairs joined by semicolons.</summary>
/// <remarks>Every read removes its key; what is left at the end is unknown.</remarks>
internal sealed class SettingsText
{
    private readonly string _option;
    private readonly Messages _messages;
    private readonly Dictionary<string, string> _pairs = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    /// <exception cref="RefusalException">A part is no pair, or a key occurs twice.</exception>
    public SettingsText(string option, string? text, Messages messages)
    {
        _option = option;
        _messages = messages;
        foreach (var part in (text ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign < 1 || !_pairs.TryAdd(part[..sign].Trim(), part[(sign + 1)..].Trim()))
            {
                throw Refuse(part, "key=value;key=value");
            }
        }
    }

    public int Whole(string key, int fallback, int least, int most) =>
        Take(key) is not { } text ? fallback
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value
        : throw Refuse($"{key}={text}", string.Create(CultureInfo.InvariantCulture, $"{key}={least} … {most}"));

    /// <summary>A number above one limit and up to another.</summary>
    public double Number(string key, double fallback, double above, double most) =>
        Take(key) is not { } text ? fallback
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > above && value <= most ? value
        : throw Refuse($"{key}={text}", string.Create(CultureInfo.InvariantCulture, $"{above} < {key} <= {most}"));

    public bool Flag(string key, bool fallback) =>
        Choice(key, fallback, ("0", false), ("1", true), ("FALSE", false), ("TRUE", true), ("no", false), ("yes", true));

    public T Choice<T>(string key, T fallback, params (string Name, T Value)[] allowed)
    {
        if (Take(key) is not { } text)
        {
            return fallback;
        }

        foreach (var (name, value) in allowed)
        {
            if (name == text)
            {
                return value;
            }
        }

        throw Refuse($"{key}={text}", $"{key}={string.Join('|', allowed.Select(one => one.Name))}");
    }

    /// <exception cref="RefusalException">A key is none of those read.</exception>
    public void RefuseUnknown()
    {
        foreach (var (key, _) in _pairs)
        {
            throw Refuse(key, string.Join(", ", _known));
        }
    }

    private string? Take(string key)
    {
        _known.Add(key);
        return _pairs.Remove(key, out var text) ? text : null;
    }

    private RefusalException Refuse(string found, string allowed) => new(_messages.NotAllowed(_option, SafeEcho.Of(found, _messages), allowed));
}
