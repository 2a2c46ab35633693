namespace Krm.Analytics.Text;

/// <summary>The fragments (character n-grams) of one word, its edges marked by blanks.</summary>
internal static class Fragments
{
    /// <summary>Shortest fragment, edge marks counted.</summary>
    public const int MinimumLength = 2;

    /// <summary>Longest fragment, edge marks counted.</summary>
    public const int MaximumLength = 6;

    /// <summary>Most fragments a word can have.</summary>
    public const int MaximumCount = (ScannedText.WordBufferLength + 2) * (MaximumLength - MinimumLength + 1);

    /// <summary>Number of fragments of a word.</summary>
    /// <param name="paddedLength">Its letters with both edge marks; 0 gives 0.</param>
    public static int CountFor(int paddedLength)
    {
        var count = 0;
        for (var length = MinimumLength; length <= MaximumLength; length++)
        {
            count += Math.Max(0, paddedLength - length + 1);
        }

        return count;
    }

    /// <summary>Writes the hash of every fragment, repetitions kept, by start and then by length; returns their number.</summary>
    /// <param name="paddedWord">Folded letters with one blank on either side; nothing gives nothing.</param>
    /// <param name="hashes">Receives the hashes; at least <see cref="MaximumCount"/> long.</param>
    public static int Hash(ReadOnlySpan<char> paddedWord, Span<ulong> hashes)
    {
        var count = 0;
        for (var start = 0; start < paddedWord.Length; start++)
        {
            var hash = FeatureHash.Add(FeatureHash.FragmentSeed, paddedWord[start]);
            var end = Math.Min(paddedWord.Length, start + MaximumLength);
            for (var position = start + 1; position < end; position++)
            {
                hash = FeatureHash.Add(hash, paddedWord[position]);
                hashes[count++] = hash;
            }
        }

        return count;
    }
}
