using System.Runtime.Intrinsics;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>The numbers of a model laid out for speed; immutable.</summary>
internal sealed class LinearModel
{
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
        var (missedWords, missedFragments) = AddWords(text, 0, text.Words.Count, sums, norms);
        AddPairs(text, 0, text.Pairs.Count, sums, norms);
        AddForms(text, sums, norms);
        Combine(sums, norms, scores);
        return new Familiarity(text.DistinctWords - missedWords, text.FragmentCount - missedFragments, text.FragmentCount);
    }

    /// <summary>Adds distinct words and their fragments.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="start">The first of the words.</param>
    /// <param name="end">Behind the last of the words.</param>
    /// <param name="sums">The sums of the blocks, each <see cref="Stride"/> long.</param>
    /// <param name="norms">The squared lengths of the blocks.</param>
    /// <returns>How many of the words, marks apart, and of their fragments the model does not know.</returns>
    public (int Words, int Fragments) AddWords(ScannedText text, int start, int end, Span<float> sums, Span<float> norms)
    {
        Span<int> unknown = stackalloc int[WeightTable.MostTerms];
        var (words, fragments) = (0, 0);
        for (; start < end; start += WeightTable.MostTerms)
        {
            var unknownCount = _words.AddKnown(text.Words, start, end, unknown, sums, sums[Stride..], ref norms[0], ref norms[1]);
            var waiting = 1f;
            foreach (var word in unknown[..unknownCount])
            {
                // Whoever knows the word knows its fragments.
                words += text.IsMark(word) ? 0 : 1;
                fragments += Fragments.CountFor(text.PaddedLengthOf(word));
                var frequency = TermWeighting.Frequency(text.Words.Counts[word]);
                if (frequency != waiting)
                {
                    fragments -= AddPieces(_fragments, text.Chains, waiting, sums[Stride..], ref norms[1]);
                    waiting = frequency;
                }

                text.AddFragments(word, text.Chains);
            }

            fragments -= AddPieces(_fragments, text.Chains, waiting, sums[Stride..], ref norms[1]);
        }

        return (words, fragments);
    }

    /// <summary>Adds distinct pairs and their borders; parameters as for words.</summary>
    public void AddPairs(ScannedText text, int start, int end, Span<float> sums, Span<float> norms)
    {
        Span<int> unknown = stackalloc int[WeightTable.MostTerms];
        var borderSums = sums[(2 * Stride)..];
        for (; start < end; start += WeightTable.MostTerms)
        {
            var unknownCount = _pairs.AddKnown(text.Pairs, start, end, unknown, sums, borderSums, ref norms[0], ref norms[2]);
            var waiting = 1f;
            foreach (var pair in unknown[..unknownCount])
            {
                var frequency = TermWeighting.Frequency(text.Pairs.Counts[pair]);
                if (frequency != waiting)
                {
                    AddPieces(_borders, text.Chains, waiting, borderSums, ref norms[2]);
                    waiting = frequency;
                }

                text.AddBorders(pair, text.Chains);
            }

            AddPieces(_borders, text.Chains, waiting, borderSums, ref norms[2]);
        }
    }

    /// <summary>Adds the traits of the outward form; parameters as for words.</summary>
    public void AddForms(ScannedText text, Span<float> sums, Span<float> norms) =>
        norms[3] += _forms.Add(text.Forms, sums[(3 * Stride)..]);

    /// <summary>Turns scores into probabilities in place; the order of the categories stays.</summary>
    public void ToProbabilities(Span<float> scores) => _scale.Apply(scores, CategoryCount);

    /// <summary>Adds waiting pieces, all of terms with the same frequency, and returns how many are known.</summary>
    private static int AddPieces(WeightTable pieces, HashChains waiting, float frequency, Span<float> sums, ref float norm)
    {
        var (added, known) = pieces.Add(waiting, frequency, sums);
        norm += added;
        waiting.Clear();
        return known;
    }

    private void Combine(ReadOnlySpan<float> sums, ReadOnlySpan<float> norms, Span<float> scores)
    {
        for (var lane = 0; lane < Stride; lane += Vector512<float>.Count)
        {
            var score = Vector512.LoadUnsafe(ref _bias[lane]);
            for (var block = 0; block < FeatureBlock.Count; block++)
            {
                var scale = norms[block] > 0 ? 1 / MathF.Sqrt(norms[block]) : 0;
                score += Vector512.LoadUnsafe(in sums[(block * Stride) + lane]) * scale;
            }

            score.StoreUnsafe(ref scores[lane]);
        }
    }
}
