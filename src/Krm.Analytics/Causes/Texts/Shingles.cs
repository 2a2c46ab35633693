namespace Krm.Analytics.Causes.Texts;

/// <summary>The set of character 5-grams of a text as sorted hashes, and its MinHash signature.</summary>
internal static class Shingles
{
    /// <summary>Length of a signature: 20 bands of 4 rows, so that a pair of similarity ½ shares a band with probability 0.72, one of 0.7 with 0.996.</summary>
    public const int SignatureLength = 80;

    public const int RowsOfABand = 4;

    private const int Length = 5;
    private const ulong Seed = 0x9E3779B97F4A7C15;

    /// <summary>Lower case, runs of anything but letters and digits as one space.</summary>
    public static string Normalize(string text)
    {
        var buffer = new char[text.Length];
        var length = 0;
        foreach (var sign in text)
        {
            if (char.IsLetterOrDigit(sign))
            {
                buffer[length++] = char.ToLowerInvariant(sign);
            }
            else if (length > 0 && buffer[length - 1] != ' ')
            {
                buffer[length++] = ' ';
            }
        }

        return new string(buffer, 0, length).TrimEnd();
    }

    public static uint[] Hash(string normalized)
    {
        if (normalized.Length <= Length)
        {
            return [Mix(Fold(normalized, 0, normalized.Length))];
        }

        var hashes = new uint[normalized.Length - Length + 1];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = Mix(Fold(normalized, i, Length));
        }

        Array.Sort(hashes);
        var distinct = 1;
        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] != hashes[distinct - 1])
            {
                hashes[distinct++] = hashes[i];
            }
        }

        return hashes.AsSpan(0, distinct).ToArray();
    }

    public static void Sign(uint[] hashes, Span<uint> signature)
    {
        signature.Fill(uint.MaxValue);
        foreach (var hash in hashes)
        {
            // Each row is another multiplicative hash of the same gram.
            var state = hash * Seed;
            for (var row = 0; row < signature.Length; row++)
            {
                state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
                var value = (uint)(state >> 32);
                signature[row] = Math.Min(signature[row], value);
            }
        }
    }

    public static double Jaccard(uint[] left, uint[] right)
    {
        var (i, j, shared) = (0, 0, 0);
        while (i < left.Length && j < right.Length)
        {
            var order = left[i].CompareTo(right[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return (double)shared / (left.Length + right.Length - shared);
    }

    private static ulong Fold(string text, int start, int length)
    {
        var hash = 14695981039346656037UL;
        for (var i = start; i < start + length; i++)
        {
            hash = unchecked((hash ^ text[i]) * 1099511628211UL);
        }

        return hash;
    }

    private static uint Mix(ulong hash) => (uint)(hash ^ (hash >> 29) ^ (hash >> 47));
}
