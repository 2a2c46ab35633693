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
        var parts = new List<(Evidence Piece, int Block)>();
        var norms = new float[FeatureBlock.Count];
        var sums = new float[FeatureBlock.Count * model.Stride];
        foreach (var (index, located) in TermLocations.OfWords(text).Index())
        {
            model.AddTerms(scanned, (index, 1), (0, 0), sums, norms);
            Take(located with { Kind = EvidenceKind.Word }, FeatureBlock.Of(FeatureKind.Word));
            Take(located with { Kind = EvidenceKind.Letters }, FeatureBlock.Of(FeatureKind.Fragment));
        }

        foreach (var (index, located) in TermLocations.OfPairs(text).Index())
        {
            model.AddTerms(scanned, (0, 0), (index, 1), sums, norms);
            Take(located, FeatureBlock.Of(FeatureKind.Pair));
            Take(located, FeatureBlock.Of(FeatureKind.Border));
        }

        // The outward form concerns the text as a whole.
        model.AddForms(scanned, sums, norms);
        Take(new Evidence(FormTerm, EvidenceKind.Form, 0, text.Length, 0), FeatureBlock.Of(FeatureKind.Form));
        var evidence = parts
            .Where(part => norms[part.Block] > 0)
            .Select(part => part.Piece with { Weight = part.Piece.Weight * content.Scale.Steepness / MathF.Sqrt(norms[part.Block]) })
            .GroupBy(piece => piece with { Weight = 0 })
            .Select(same => same.Key with { Weight = same.Sum(piece => piece.Weight) })
            .ToArray();
        var prior = Contrast(content.Bias, category) * content.Scale.Steepness;
        return new Explanation(
            content.Categories[category],
            probability,
            prior,
            prior + evidence.Sum(piece => piece.Weight),
            [.. evidence.Where(piece => Math.Abs(piece.Weight) >= LeastWeight).OrderByDescending(piece => Math.Abs(piece.Weight))]);

        // Moves what a piece added to a block from the sums to the parts.
        void Take(Evidence piece, int block)
        {
            var added = sums.AsSpan(block * model.Stride, model.Stride);
            parts.Add((piece with { Weight = Contrast(added, category) }, block));
            added.Clear();
        }
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
}
