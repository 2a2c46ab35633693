using System.Runtime.Intrinsics;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>The numbers of a model laid out for speed; immutable.</summary>
internal sealed class LinearModel
{
    /// <summary>Most terms added at a time.</summary>
    public const int MostTerms = 64;

    private readonly WeightTable _words;
    private readonly WeightTable _pairs;
    private readonly WeightTable _fragments;
    private readonly WeightTable _borders;
    private readonly WeightTable _forms;
    private readonly float[] _bias;
    private readonly ScoreScale _scale;

    public LinearModel(ModelContent content)
    {
        CategoryCount = content.Categories.Length;
        Stride = ScoreScale.LengthFor(CategoryCount);
        var textCount = content.Metadata.TextCount;
        _words = WeightTable.Of(content.Words, content.WordFragments, textCount, Stride);
        _pairs = WeightTable.Of(content.Pairs, content.PairBorders, textCount, Stride);
        _fragments = WeightTable.Of(content.Fragments, Stride);
        _borders = WeightTable.Of(content.Borders, Stride);
        _forms = WeightTable.Of(content.Forms, textCount, Stride);
        _bias = new float[Stride];
        content.Bias.CopyTo(_bias, 0);
        _scale = new ScoreScale(content.Steepness, content.Curve);
    }

    public int CategoryCount { get; }

    /// <summary>Length of score buffers.</summary>
    public int Stride { get; }

    /// <summary>Writes one score a category; returns how much of the text the model knows.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="scores">Receives the scores; <see cref="Stride"/> long.</param>
    public Familiarity Score(ScannedText text, Span<float> scores)
    {
        Span<float> sums = stackalloc float[Stride * FeatureBlock.Count];
        Span<float> norms = stackalloc float[FeatureBlock.Count];
        sums.Clear();
        norms.Clear();
        var familiarity = new Familiarity(0, 0, 0);
        for (var start = 0; start < text.Words.Count; start += MostTerms)
        {
            familiarity += AddWords(text, start..Math.Min(text.Words.Count, start + MostTerms), sums, norms);
        }

        for (var start = 0; start < text.Pairs.Count; start += MostTerms)
        {
            AddPairs(text, start..Math.Min(text.Pairs.Count, start + MostTerms), sums, norms);
        }

        AddForms(text, sums, norms);
        Combine(sums, norms, scores);
        return familiarity;
    }

    /// <summary>Adds distinct words and their fragments.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="range">Which words, at most <see cref="MostTerms"/>.</param>
    /// <param name="sums">The sums of the blocks, each <see cref="Stride"/> long.</param>
    /// <param name="norms">The squared lengths of the blocks.</param>
    public Familiarity AddWords(ScannedText text, Range range, Span<float> sums, Span<float> norms)
    {
        var hashes = text.Words.Hashes[range];
        var counts = text.Words.Counts[range];
        var first = range.Start.Value;
        Span<int> rows = stackalloc int[MostTerms];
        Span<float> frequencies = stackalloc float[MostTerms];
        _words.Find(hashes, rows);
        var known = 0;
        var familiarity = new Familiarity(0, 0, 0);
        var chains = text.Chains;
        chains.Clear();
        var waiting = 1f;
        for (var index = 0; index < hashes.Length; index++)
        {
            var frequency = TermWeighting.Frequency(counts[index]);
            var isWord = text.IsMark(first + index) ? 0 : 1;
            var fragments = Fragments.CountFor(text.PaddedWord(first + index).Length);
            if (rows[index] >= 0)
            {
                // Whoever knows the word knows its fragments.
                familiarity += new Familiarity(isWord, fragments, fragments);
                rows[known] = rows[index];
                frequencies[known++] = frequency;
                continue;
            }

            familiarity += new Familiarity(0, 0, fragments);
            if (frequency != waiting)
            {
                familiarity += AddFragments(chains, waiting, sums, norms);
                waiting = frequency;
            }

            text.AddFragments(first + index, chains);
        }

        norms[0] += _words.Add(sums, rows[..known], frequencies, 0);
        norms[1] += _words.Add(sums[Stride..], rows[..known], frequencies, 1);
        return familiarity + AddFragments(chains, waiting, sums, norms);
    }

    /// <summary>Adds distinct pairs and their borders; parameters as for words.</summary>
    public void AddPairs(ScannedText text, Range range, Span<float> sums, Span<float> norms)
    {
        var hashes = text.Pairs.Hashes[range];
        var counts = text.Pairs.Counts[range];
        var first = range.Start.Value;
        Span<int> rows = stackalloc int[MostTerms];
        Span<float> frequencies = stackalloc float[MostTerms];
        _pairs.Find(hashes, rows);
        var known = 0;
        var chains = text.Chains;
        chains.Clear();
        var waiting = 1f;
        for (var index = 0; index < hashes.Length; index++)
        {
            var frequency = TermWeighting.Frequency(counts[index]);
            if (rows[index] >= 0)
            {
                rows[known] = rows[index];
                frequencies[known++] = frequency;
                continue;
            }

            if (frequency != waiting)
            {
                AddBorders(chains, waiting, sums, norms);
                waiting = frequency;
            }

            text.AddBorders(first + index, chains);
        }

        norms[0] += _pairs.Add(sums, rows[..known], frequencies, 0);
        norms[2] += _pairs.Add(sums[(Stride * 2)..], rows[..known], frequencies, 1);
        AddBorders(chains, waiting, sums, norms);
    }

    /// <summary>Adds traits of the outward form; parameters as for words.</summary>
    public void AddForms(ScannedText text, Span<float> sums, Span<float> norms)
    {
        var hashes = text.Forms.Hashes;
        Span<int> rows = stackalloc int[MostTerms];
        Span<float> factors = stackalloc float[MostTerms];
        factors.Fill(1);
        _forms.Find(hashes, rows);
        var known = 0;
        for (var index = 0; index < hashes.Length; index++)
        {
            rows[known] = rows[index];
            known += rows[index] >= 0 ? 1 : 0;
        }

        norms[3] += _forms.Add(sums[(Stride * 3)..], rows[..known], factors, 0);
    }

    /// <summary>Turns scores into probabilities in place; the order of the categories stays.</summary>
    public void ToProbabilities(Span<float> scores) => _scale.Apply(scores, CategoryCount);

    private Familiarity AddFragments(HashChains chains, float frequency, Span<float> sums, Span<float> norms)
    {
        var (norm, known) = _fragments.Add(sums[Stride..], chains, frequency);
        norms[1] += norm;
        chains.Clear();
        return new Familiarity(0, known, 0);
    }

    private void AddBorders(HashChains chains, float frequency, Span<float> sums, Span<float> norms)
    {
        norms[2] += _borders.Add(sums[(Stride * 2)..], chains, frequency).Norm;
        chains.Clear();
    }

    private void Combine(ReadOnlySpan<float> sums, ReadOnlySpan<float> norms, Span<float> scores)
    {
        _bias.CopyTo(scores);
        for (var block = 0; block < FeatureBlock.Count; block++)
        {
            var scale = norms[block] > 0 ? 1 / MathF.Sqrt(norms[block]) : 0;
            for (var lane = 0; lane < Stride; lane += Vector512<float>.Count)
            {
                var score = Vector512.LoadUnsafe(ref scores[lane]) + (Vector512.LoadUnsafe(in sums[(block * Stride) + lane]) * scale);
                score.StoreUnsafe(ref scores[lane]);
            }
        }
    }
}
