using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>Takes a score apart into what each word, pair and word's letters added.</summary>
internal sealed class ModelExplainer(LinearModel model, ModelContent content)
{
    private const double LeastWeight = 1e-4;

    /// <summary>Explains the score of a category.</summary>
    public Explanation Explain(ReadOnlySpan<char> text, int category, double probability)
    {
        var scanned = new ScannedText();
        scanned.Scan(text);
        var spans = LocateWords(text, scanned);
        var parts = new List<(Evidence Piece, float Factor, bool IsWordBlock)>();
        float wordNorm = 0, fragmentNorm = 0;
        var row = new float[model.Stride * 2];
        for (var index = 0; index < scanned.Words.Count; index++)
        {
            var frequency = TermWeighting.Frequency(scanned.Words.Counts[index]);
            var (known, wordSquare, fragmentSquare) = model.ReadWord(scanned, index, row);
            wordNorm += frequency * frequency * wordSquare;
            fragmentNorm += frequency * frequency * fragmentSquare;
            var (start, length, term) = spans[scanned.Words.Hashes[index]];
            if (known)
            {
                parts.Add((new Evidence(term, EvidenceKind.Word, start, length, Contrast(row.AsSpan(0, model.Stride), category)), frequency, true));
            }

            if (!scanned.IsMark(index))
            {
                parts.Add((new Evidence(term, EvidenceKind.Letters, start, length, Contrast(row.AsSpan(model.Stride), category)), frequency, false));
            }
        }

        foreach (var (hash, piece) in LocatePairs(text))
        {
            var square = model.ReadPair(hash, row);
            if (square > 0)
            {
                var frequency = TermWeighting.Frequency(CountOf(scanned.Pairs, hash));
                wordNorm += frequency * frequency * square;
                parts.Add((piece with { Weight = Contrast(row.AsSpan(0, model.Stride), category) }, frequency, true));
            }
        }

        var wordScale = wordNorm > 0 ? content.Steepness / MathF.Sqrt(wordNorm) : 0;
        var fragmentScale = fragmentNorm > 0 ? content.Steepness / MathF.Sqrt(fragmentNorm) : 0;
        var evidence = parts
            .Select(part => part.Piece with { Weight = part.Piece.Weight * part.Factor * (part.IsWordBlock ? wordScale : fragmentScale) })
            .ToArray();
        var prior = Contrast(content.Bias, category) * content.Steepness;
        return new Explanation(
            content.Categories[category],
            probability,
            prior,
            prior + evidence.Sum(piece => piece.Weight),
            [.. evidence.Where(piece => Math.Abs(piece.Weight) >= LeastWeight).OrderByDescending(piece => Math.Abs(piece.Weight))]);
    }

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

    private static IEnumerable<(ulong Hash, Evidence Piece)> LocatePairs(ReadOnlySpan<char> text)
    {
        var pairs = new Dictionary<ulong, Evidence>();
        Span<char> letters = stackalloc char[ScannedText.WordBufferLength];
        var (position, count) = (0, 0);
        var previous = (Hash: ScannedText.Edge, Start: 0, Term: string.Empty);
        while (count++ < ScannedText.MaximumTokens
            && ScannedText.ReadToken(text, ref position, letters, out var start, out var length, out var hash))
        {
            var term = length == 0 ? text[start..position].ToString() : letters[..length].ToString();
            var from = previous.Term.Length == 0 ? start : previous.Start;
            pairs.TryAdd(
                FeatureHash.Pair(previous.Hash, hash),
                new Evidence($"{previous.Term} {term}".Trim(), EvidenceKind.Pair, from, position - from, 0));
            previous = (hash, start, term);
        }

        if (previous.Term.Length > 0)
        {
            pairs.TryAdd(
                FeatureHash.Pair(previous.Hash, ScannedText.Edge),
                new Evidence(previous.Term, EvidenceKind.Pair, previous.Start, Math.Max(0, Math.Min(text.Length, position) - previous.Start), 0));
        }

        return pairs.Select(pair => (pair.Key, pair.Value));
    }

    private static int CountOf(DistinctHashes hashes, ulong hash)
    {
        var place = hashes.Hashes.IndexOf(hash);
        return place < 0 ? 0 : hashes.Counts[place];
    }
}
