using Krm.Analytics.Text;

namespace Krm.Analytics.Evaluation;

/// <summary>A key under which texts with the same words in the same order meet, however they are written.</summary>
/// <remarks>Case, accents, umlaut spelling, punctuation and the digits of numbers do not count. Empty texts share one key.</remarks>
public static class TextKey
{
    private const ulong Seed = 0x51_7C_C1_B7_27_22_0A_95;

    /// <summary>The 64-bit key of a text; linear in its length.</summary>
    /// <param name="text">Any text.</param>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[TokenReader.BufferLength];
        var key = Seed;
        var reader = new TokenReader(text);
        while (reader.Read(letters, out _, out var length, out var hash))
        {
            if (length > 0)
            {
                key = FeatureHash.Pair(key, hash);
            }
        }

        return key;
    }
}
