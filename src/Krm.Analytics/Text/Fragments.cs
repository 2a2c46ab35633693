namespace Krm.Analytics.Text;

/// <summary>The fragments (character n-grams) of one word, its edges marked by blanks.</summary>
internal static class Fragments
{
    /// <summary>Shortest fragment, edge marks counted.</summary>
    public const int MinimumLength = 2;

    /// <summary>Longest fragment, edge marks counted.</summary>
    public const int MaximumLength = 6;

    /// <summary>Most fragments a word can have.</summary>
    public const int MaximumCount = ((ScannedText.WordBufferLength + 2) * (MaximumLength - MinimumLength + 1)) + 1;

    private static readonly int[] Counts = [.. Enumerable.Range(0, ScannedText.WordBufferLength + 2).Select(ComputeCount)];

    /// <summary>Number of fragments of a word.</summary>
    /// <param name="paddedLength">Its letters with both edge marks; 0 gives 0.</param>
    public static int CountFor(int paddedLength) => Counts[paddedLength];

    /// <summary>Adds the hash of every fragment, repetitions kept; those with the same first letter make a chain.</summary>
    /// <param name="paddedWord">Folded letters with one blank on either side; nothing gives nothing.</param>
    /// <param name="chains">Receives the hashes.</param>
    public static void AddTo(HashChains chains, ReadOnlySpan<char> paddedWord)
    {
        chains.Reserve(MaximumCount, out var hashes, out var marks);
        var count = 0;
        for (var start = 0; start < paddedWord.Length - 1; start++)
        {
            var rest = paddedWord[start..Math.Min(paddedWord.Length, start + MaximumLength)];
            var hash = FeatureHash.Add(FeatureHash.FragmentSeed, rest[0]);
            marks[count] = 0;
            foreach (var letter in rest[1..])
            {
                hash = FeatureHash.Add(hash, letter);
                hashes[count++] = hash;
                marks[count] = HashChains.Extends;
            }
        }

        chains.Take(count);
    }

    private static int ComputeCount(int paddedLength) =>
        Enumerable.Range(MinimumLength, MaximumLength - MinimumLength + 1).Sum(length => Math.Max(0, paddedLength - length + 1));
}
