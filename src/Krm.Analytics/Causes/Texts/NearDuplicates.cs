namespace Krm.Analytics.Causes.Texts;

/// <summary>Joins texts whose character 5-grams are nearly the same: candidates by MinHash, verified by exact Jaccard.</summary>
internal static class NearDuplicates
{
    public static void Join(IReadOnlyList<string> texts, double similarity, DisjointSets sets)
    {
        var shingles = texts.Select(Shingles.Hash).ToArray();
        var signatures = new uint[texts.Count * Shingles.SignatureLength];
        for (var i = 0; i < texts.Count; i++)
        {
            Shingles.Sign(shingles[i], signatures.AsSpan(i * Shingles.SignatureLength, Shingles.SignatureLength));
        }

        for (var band = 0; band < Shingles.SignatureLength / Shingles.RowsOfABand; band++)
        {
            // In each bucket a text is compared with the first one and the last one: linear also where many share a bucket.
            var buckets = new Dictionary<(ulong, ulong), (int First, int Last)>(texts.Count);
            for (var i = 0; i < texts.Count; i++)
            {
                var key = KeyOf(signatures.AsSpan((i * Shingles.SignatureLength) + (band * Shingles.RowsOfABand), Shingles.RowsOfABand));
                if (!buckets.TryGetValue(key, out var bucket))
                {
                    buckets.Add(key, (i, i));
                    continue;
                }

                JoinPair(bucket.First, i, shingles, similarity, sets);
                JoinPair(bucket.Last, i, shingles, similarity, sets);
                buckets[key] = (bucket.First, i);
            }
        }
    }

    private static (ulong, ulong) KeyOf(ReadOnlySpan<uint> rows) =>
        (((ulong)rows[0] << 32) | rows[1], ((ulong)rows[2] << 32) | rows[3]);

    private static void JoinPair(int left, int right, uint[][] shingles, double similarity, DisjointSets sets)
    {
        if (sets.Find(left) != sets.Find(right) && Shingles.Jaccard(shingles[left], shingles[right]) >= similarity)
        {
            sets.Union(left, right);
        }
    }
}
