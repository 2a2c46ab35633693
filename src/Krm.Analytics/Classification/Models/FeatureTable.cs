using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>Finds the row of a feature by its hash: one cache line and no branch a look-up.</summary>
/// <remarks>
/// Neighbouring hashes share a bucket of one cache line, whose first number is their first row and whose others
/// are their hashes; as rows rise with hashes, the place in the bucket gives the row. Without branches the processor fetches many
/// buckets at a time. Buckets that do not suffice, which hardly ever happens to hashes, are searched in halves.
/// </remarks>
internal sealed class FeatureTable
{
    private const int BucketLength = 16;
    private const int MeanLoad = 6;
    private const uint Overfull = 0x8000_0000;

    // Bit 0 would be the first row.
    private const ulong HashLanes = 0xFFFE;

    private readonly uint[] _buckets;
    private readonly int _firstBucket;
    private readonly uint[] _hashes;
    private readonly uint _bucketCount;

    /// <param name="hashes">The features, strictly rising; the place of each is its row.</param>
    public FeatureTable(uint[] hashes)
    {
        _hashes = hashes;
        _bucketCount = (uint)(hashes.Length / MeanLoad) + 2;

        // Pinned, so that a bucket can begin where a cache line does.
        _buckets = GC.AllocateUninitializedArray<uint>(((int)_bucketCount + 1) * BucketLength, pinned: true);
        _firstBucket = FirstAligned(_buckets);
        var row = 0;
        for (var bucket = 0u; bucket < _bucketCount; bucket++)
        {
            var lanes = _buckets.AsSpan(_firstBucket + ((int)bucket * BucketLength), BucketLength);

            // Empty lanes hold what belongs to another bucket.
            lanes.Fill(bucket == 0 ? uint.MaxValue : 0);
            var first = row;
            while (row < hashes.Length && BucketOf(hashes[row]) == bucket)
            {
                if (row - first < BucketLength - 1)
                {
                    lanes[1 + row - first] = hashes[row];
                }

                row++;
            }

            lanes[0] = (uint)first | (row - first < BucketLength ? 0 : Overfull);
        }
    }

    /// <summary>The row of a feature, -1 if the model does not know it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong feature)
    {
        var hash = FeatureHash.Compact(feature);
        ref var bucket = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buckets), _firstBucket + ((nint)BucketOf(hash) * BucketLength));
        return (bucket & Overfull) == 0 ? FindIn(ref bucket, hash) : FindInHalves(hash);
    }

    /// <summary>Finds the rows of features, -1 for what the model does not know.</summary>
    /// <param name="features">The features.</param>
    /// <param name="rows">Receives the rows; at least as long.</param>
    public void Find(ReadOnlySpan<ulong> features, Span<int> rows)
    {
        rows = rows[..features.Length];
        ref var buckets = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buckets), _firstBucket);
        var seen = 0u;
        for (var index = 0; index < rows.Length; index++)
        {
            var hash = FeatureHash.Compact(Unsafe.Add(ref MemoryMarshal.GetReference(features), index));
            ref var bucket = ref Unsafe.Add(ref buckets, (nint)BucketOf(hash) * BucketLength);
            rows[index] = FindIn(ref bucket, hash);
            seen |= bucket;
        }

        if ((seen & Overfull) != 0)
        {
            for (var index = 0; index < rows.Length; index++)
            {
                rows[index] = Find(features[index]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindIn(ref uint bucket, uint hash)
    {
        var found = Vector512.Equals(Vector512.LoadUnsafe(ref bucket), Vector512.Create(hash)).ExtractMostSignificantBits() & HashLanes;
        var isNone = (int)((long)(found - 1) >> 63);
        return ((int)bucket + BitOperations.TrailingZeroCount(found) - 1) | isNone;
    }

    private int FindInHalves(uint hash) => Math.Max(-1, Array.BinarySearch(_hashes, hash));

    /// <summary>Rises with the hash.</summary>
    private uint BucketOf(uint hash) => (uint)(((ulong)hash * _bucketCount) >> 32);

    private static int FirstAligned(uint[] pinned)
    {
        var behind = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0) % (BucketLength * sizeof(uint)));
        return behind == 0 ? 0 : BucketLength - (behind / sizeof(uint));
    }
}
