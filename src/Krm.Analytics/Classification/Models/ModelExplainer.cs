using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>Takes a score apart into what each word, pair and word's letters added.</summary>
internal sealed class ModelExplainer(LinearModel model, ModelContent content)
{
    private const double LeastWeight = 1e-4;
    private const string FormTerm = "(Form des Textes)";

    /// <summary>Explains the score of a category.</summary>
    public Explanation Explain(ReadOnlySpan<char> text, int category, double probability)
    {
        var scanned = new ScannedText();
        scanned.Scan(text);
        var parts = new List<(Evidence Piece, float Factor, int Block)>();
        var norms = new float[FeatureBlock.Count];
        AddWords(text, scanned, category, parts, norms);
        foreach (var (kind, hash, piece) in NeighbourPieces.Locate(text).Concat(FormPieces(text, scanned)))
        {
            var row = new float[model.Stride];
            var square = model.ReadTerm(kind, hash, row);
            if (square > 0)
            {
                var frequency = TermWeighting.Frequency(CountOf(Terms(scanned, kind), hash));
                norms[FeatureBlock.Of(kind)] += frequency * frequency * square;
                parts.Add((piece with { Weight = Contrast(row, category) }, frequency, FeatureBlock.Of(kind)));
            }
        }

        var evidence = parts
            .Select(part => part.Piece with { Weight = part.Piece.Weight * part.Factor * content.Steepness / MathF.Sqrt(norms[part.Block]) })
            .GroupBy(piece => piece with { Weight = 0 })
            .Select(same => same.Key with { Weight = same.Sum(piece => piece.Weight) })
            .ToArray();
        var prior = Contrast(content.Bias, category) * content.Steepness;
        return new Explanation(
            content.Categories[category],
            probability,
            prior,
            prior + evidence.Sum(piece => piece.Weight),
            [.. evidence.Where(piece => Math.Abs(piece.Weight) >= LeastWeight).OrderByDescending(piece => Math.Abs(piece.Weight))]);
    }

    private void AddWords(
        ReadOnlySpan<char> text, ScannedText scanned, int category, List<(Evidence Piece, float Factor, int Block)> parts, float[] norms)
    {
        var (wordBlock, fragmentBlock) = (FeatureBlock.Of(FeatureKind.Word), FeatureBlock.Of(FeatureKind.Fragment));
        var spans = LocateWords(text, scanned);
        var row = new float[model.Stride * 2];
        for (var index = 0; index < scanned.Words.Count; index++)
        {
            var frequency = TermWeighting.Frequency(scanned.Words.Counts[index]);
            var (known, wordSquare, fragmentSquare) = model.ReadWord(scanned, index, row);
            norms[wordBlock] += frequency * frequency * wordSquare;
            norms[fragmentBlock] += frequency * frequency * fragmentSquare;
            var (start, length, term) = spans[scanned.Words.Hashes[index]];
            if (known)
            {
                parts.Add((new Evidence(term, EvidenceKind.Word, start, length, Contrast(row.AsSpan(0, model.Stride), category)), frequency, wordBlock));
            }

            if (fragmentSquare > 0)
            {
                parts.Add((new Evidence(term, EvidenceKind.Letters, start, length, Contrast(row.AsSpan(model.Stride), category)), frequency, fragmentBlock));
            }
        }
    }

    /// <summary>The outward form concerns the text as a whole.</summary>
    private static (FeatureKind Kind, ulong Hash, Evidence Piece)[] FormPieces(ReadOnlySpan<char> text, ScannedText scanned)
    {
        var whole = new Evidence(FormTerm, EvidenceKind.Form, 0, text.Length, 0);
        return [.. scanned.Forms.Hashes.ToArray().Select(hash => (FeatureKind.Form, hash, whole))];
    }

    private static DistinctHashes Terms(ScannedText scanned, FeatureKind kind) =>
        kind switch { FeatureKind.Pair => scanned.Pairs, FeatureKind.Border => scanned.Borders, _ => scanned.Forms };

    private double Contrast(ReadOnlySpan<float> weights, int category)
    {
        var others = 0.0;
        for (var other = 0; other < model.CategoryCount; other++)
        {
            others += other == category ? 0 : weights[other];
        }

        return weights[category] - (others / Math.Max(1, model.CategoryCount - 1));
    }

    private static Dictionary<ulong, (int Start, int Length, string Term)> LocateWords(ReadOnlySpan<char> text, ScannedText scanned)
    {
        var spans = new Dictionary<ulong, (int, int, string)>();
        Span<char> letters = stackalloc char[ScannedText.WordBufferLength];
        var position = 0;
        while (spans.Count < scanned.Words.Count
            && ScannedText.ReadToken(text, ref position, letters, out var start, out var length, out var hash))
        {
            var term = length == 0 ? text[start..position].ToString() : letters[..length].ToString();
            spans.TryAdd(hash, (start, position - start, term));
        }

        return spans;
    }

    private static int CountOf(DistinctHashes hashes, ulong hash)
    {
        var place = hashes.Hashes.IndexOf(hash);
        return place < 0 ? 0 : hashes.Counts[place];
    }
}
