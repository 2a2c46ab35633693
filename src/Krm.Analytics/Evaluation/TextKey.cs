using Krm.Analytics.Text;

namespace Krm.Analytics.Evaluation;

/// <summary>A key under which texts with the same words in the same order meet, however they are written.</summary>
/// <remarks>Case, accents, umlaut spelling, punctuation and the digits of numbers do not count. Empty texts share one key.</remarks>
public static class TextKey
{
    /// <summary>The 64-bit key of a text; linear in its length.</summary>
    /// <param name="text">Any text.</param>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        Span<char> letters = stackalloc char[ScannedText.WordBufferLength];
        var key = FeatureHash.WordSeed;
        var position = 0;
        while (ScannedText.ReadToken(text, ref position, letters, out _, out var length, out var hash))
        {
            if (length > 0)
            {
                key = FeatureHash.Pair(key, hash);
            }
        }

        return key;
    }
}
