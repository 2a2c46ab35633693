namespace Krm.Analytics.Text;

/// <summary>What stands around the border of two neighbours: the last letters of one with the first of the next.</summary>
/// <remarks>Catches endings with what they govern ("-ung der") and parts of names and compounds written apart, where the pair itself is too rare.</remarks>
internal static class WordBorders
{
    /// <summary>Most pieces a border can have.</summary>
    public const int MaximumCount = (2 * MaximumReach) - 1;

    private const ulong LeftSeed = 0x8CB9_2BA7_2F3D_8DD7;
    private const ulong RightSeed = 0xE703_7ED1_A0B4_28DB;
    private const int MaximumReach = 3;

    /// <summary>Adds the hashes of one chain: a letter on either side, then one more on the left and on the right by turns, up to three on either side.</summary>
    /// <param name="chains">Receives the hashes.</param>
    /// <param name="left">The letters before the border; of more than three the last ones count.</param>
    /// <param name="right">The letters behind it.</param>
    public static void AddTo(HashChains chains, ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var (leftMost, rightMost) = (Math.Min(left.Length, MaximumReach), Math.Min(right.Length, MaximumReach));
        if (leftMost == 0 || rightMost == 0)
        {
            return;
        }

        chains.Reserve(MaximumCount, out var hashes, out var marks);
        var leftHash = FeatureHash.Add(LeftSeed, left[^1]);
        var rightHash = FeatureHash.Add(RightSeed, right[0]);
        hashes[0] = FeatureHash.Pair(leftHash, rightHash);
        marks[0] = 0;
        var count = 1;
        for (var reach = 2; reach <= MaximumReach; reach++)
        {
            if (reach <= leftMost)
            {
                leftHash = FeatureHash.Add(leftHash, left[^reach]);
                hashes[count] = FeatureHash.Pair(leftHash, rightHash);
                marks[count++] = HashChains.Extends;
            }

            if (reach <= rightMost)
            {
                rightHash = FeatureHash.Add(rightHash, right[reach - 1]);
                hashes[count] = FeatureHash.Pair(leftHash, rightHash);
                marks[count++] = HashChains.Extends;
            }
        }

        chains.Take(count);
    }
}
