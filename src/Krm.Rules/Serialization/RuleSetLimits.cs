namespace Krm.Rules.Serialization;

/// <summary>Bounds that keep a hostile or broken file from taking memory or time without end.</summary>
public static class RuleSetLimits
{
    /// <summary>Largest document, in bytes: 16 MiB.</summary>
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of objects and lists.</summary>
    public const int Depth = 32;

    /// <summary>Most values, objects and lists together.</summary>
    public const int Nodes = 1_000_000;

    /// <summary>Longest text or name, in characters.</summary>
    public const int TextLength = 4_000;

    /// <summary>Most facts, results of tables included.</summary>
    public const int Facts = 200;

    /// <summary>Most values of one closed list.</summary>
    public const int Choices = 10_000;

    /// <summary>Most rules of one rule set.</summary>
    public const int Rules = 20_000;

    /// <summary>Most problems reported; reading stops there.</summary>
    public const int Problems = 200;

    internal static byte[] ReadBounded(Stream stream)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[81_920];
        int count;
        while (buffer.Length <= Bytes && (count = stream.Read(chunk, 0, chunk.Length)) > 0)
        {
            buffer.Write(chunk, 0, count);
        }

        return buffer.ToArray();
    }
}
