using Krm.Analytics.Classification.Models;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Training;

/// <summary>The features kept for a model, ordered by kind and hash.</summary>
/// <param name="Keys">Their keys (<see cref="KeyOf"/>), strictly rising.</param>
/// <param name="DocumentFrequencies">In how many texts each occurs.</param>
/// <param name="Rows">For each feature collected so far its place in <paramref name="Keys"/>, -1 if dropped; see <see cref="RowOf"/>.</param>
/// <param name="TextCount">Number of texts counted.</param>
/// <param name="CollisionCount">Features that met another one of their kind under the same hash.</param>
internal sealed record FeatureSet(ulong[] Keys, int[] DocumentFrequencies, int[] Rows, int TextCount, int CollisionCount)
{
    private const int KindShift = 32;

    /// <summary>Kind and compact hash in one number.</summary>
    public static ulong KeyOf(FeatureKind kind, ulong hash) => ((ulong)kind << KindShift) | FeatureHash.Compact(hash);

    /// <summary>The place of a collected feature in <see cref="Keys"/>; -1 if it was dropped or collected later.</summary>
    public int RowOf(int feature) => feature < Rows.Length ? Rows[feature] : -1;

    /// <summary>The kind of a row.</summary>
    public FeatureKind KindOf(int row) => (FeatureKind)(Keys[row] >> KindShift);

    /// <summary>First row of a kind.</summary>
    public int StartOf(FeatureKind kind)
    {
        var place = Array.BinarySearch(Keys, (ulong)kind << KindShift);
        return place >= 0 ? place : ~place;
    }

    /// <summary>Number of rows of a kind.</summary>
    public int CountOf(FeatureKind kind) => StartOf(kind + 1) - StartOf(kind);

    /// <summary>The hashes of a kind, strictly rising.</summary>
    public uint[] HashesOf(FeatureKind kind) => [.. Keys.Skip(StartOf(kind)).Take(CountOf(kind)).Select(key => (uint)key)];

    /// <summary>The inverse document frequency of a row.</summary>
    public float InverseDocumentFrequency(int row) => TermWeighting.InverseDocumentFrequency(TextCount, DocumentFrequencies[row]);
}
