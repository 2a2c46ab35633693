using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>Finds in a text what the features of neighbouring words stand for.</summary>
internal static class NeighbourPieces
{
    /// <summary>Every pair and every border once, with the two words where it first occurs.</summary>
    public static IReadOnlyList<(FeatureKind Kind, ulong Hash, Evidence Piece)> Locate(ReadOnlySpan<char> text)
    {
        var found = new Dictionary<(FeatureKind Kind, ulong Hash), Evidence>();
        var borders = new DistinctHashes();
        Span<char> letters = stackalloc char[ScannedText.WordBufferLength];
        var (position, count) = (0, 0);
        var previous = (Hash: ScannedText.Edge, Start: 0, Term: string.Empty);
        while (count++ < ScannedText.MaximumTokens
            && ScannedText.ReadToken(text, ref position, letters, out var start, out var length, out var hash))
        {
            var term = letters[..Math.Max(1, length)].ToString();
            var from = previous.Term.Length == 0 ? start : previous.Start;
            var piece = new Evidence($"{previous.Term} {term}".Trim(), EvidenceKind.Pair, from, position - from, 0);
            found.TryAdd((FeatureKind.Pair, FeatureHash.Pair(previous.Hash, hash)), piece);
            borders.Clear();
            WordBorders.AddTo(borders, previous.Term, term);
            foreach (var border in borders.Hashes)
            {
                found.TryAdd((FeatureKind.Border, border), piece);
            }

            previous = (hash, start, term);
        }

        if (previous.Term.Length > 0)
        {
            found.TryAdd(
                (FeatureKind.Pair, FeatureHash.Pair(previous.Hash, ScannedText.Edge)),
                new Evidence(previous.Term, EvidenceKind.Pair, previous.Start, Math.Max(0, Math.Min(text.Length, position) - previous.Start), 0));
        }

        return [.. found.Select(entry => (entry.Key.Kind, entry.Key.Hash, entry.Value))];
    }
}
