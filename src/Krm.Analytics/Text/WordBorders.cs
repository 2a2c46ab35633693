namespace Krm.Analytics.Text;

/// <summary>What stands around the border of two neighbours: the last letters of one with the first of the next.</summary>
/// <remarks>Catches endings with what they govern ("-ung der") and parts of names and compounds written apart, where the pair itself is too rare.</remarks>
internal static class WordBorders
{
    /// <summary>Most letters taken from one side.</summary>
    public const int MaximumReach = 4;

    private const ulong Seed = 0x8CB9_2BA7_2F3D_8DD7;
    private const int MaximumLetters = 5;

    /// <summary>Adds the hash of every combination of at least one letter on either side, at most five in all.</summary>
    /// <param name="left">The letters before the border; of more than four the last ones count.</param>
    /// <param name="right">The letters behind it.</param>
    /// <param name="hashes">Receives the hashes.</param>
    public static void AddTo(DistinctHashes hashes, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        for (var reach = 1; reach <= Math.Min(left.Length, MaximumReach); reach++)
        {
            var hash = Seed;
            foreach (var letter in left[^reach..])
            {
                hash = FeatureHash.Add(hash, letter);
            }

            hash = FeatureHash.Add(hash, ' ');
            for (var position = 0; position < Math.Min(right.Length, MaximumLetters - reach); position++)
            {
                hash = FeatureHash.Add(hash, right[position]);
                hashes.Add(FeatureHash.Finish(hash));
            }
        }
    }
}
