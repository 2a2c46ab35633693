using System.Numerics;
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
        var textCount = content.Metadata.CountedTexts;
        _words = WeightTable.Of(content.Words, content.WordFragments, textCount);
        _pairs = WeightTable.Of(content.Pairs, content.PairBorders, textCount);
        _fragments = WeightTable.Of(content.Fragments);
        _borders = WeightTable.Of(content.Borders);
        _forms = WeightTable.Of(content.Forms, textCount);
        _bias = new float[Stride];
        content.Bias.CopyTo(_bias, 0);
        _scale = content.Scale;
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
        var (missedWords, missedFragments) = (0, 0);
        for (var start = 0; start < Math.Max(text.Words.Count, text.Pairs.Count); start += WeightTable.BlockLength)
        {
            var missed = AddTerms(text, BlockOf(text.Words, start), BlockOf(text.Pairs, start), sums, norms);
            missedWords += missed.Words;
            missedFragments += missed.Fragments;
        }

        AddForms(text, sums, norms);
        Combine(sums, norms, scores);
        return new Familiarity(text.DistinctWords - missedWords, text.FragmentCount - missedFragments, text.FragmentCount);
    }

    /// <summary>Adds distinct words and pairs with their pieces.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="words">The words, at most <see cref="WeightTable.BlockLength"/>.</param>
    /// <param name="pairs">The pairs, at most <see cref="WeightTable.BlockLength"/>.</param>
    /// <param name="sums">The sums of the blocks, each <see cref="Stride"/> long.</param>
    /// <param name="norms">The squared lengths of the blocks.</param>
    /// <returns>How many of the words, marks apart, and of their fragments the model does not know.</returns>
    /// <remarks>First all is found and then all is added, so that waiting for one thing is waiting for the others too.</remarks>
    public (int Words, int Fragments) AddTerms(
        ScannedText text, (int Start, int Length) words, (int Start, int Length) pairs, Span<float> sums, Span<float> norms)
    {
        Span<int> wordRows = stackalloc int[WeightTable.BlockLength];
        Span<int> pairRows = stackalloc int[WeightTable.BlockLength];
        var fragmentSums = sums[Stride..];
        var borderSums = sums[(2 * Stride)..];
        var knownWords = _words.Find(text.Words.Hashes.Slice(words.Start, words.Length), wordRows);
        var knownPairs = _pairs.Find(text.Pairs.Hashes.Slice(pairs.Start, pairs.Length), pairRows);
        var missed = AddUnknownWords(text, words.Start, knownWords ^ WeightTable.MaskOf(words.Length), fragmentSums, ref norms[1]);
        AddUnknownPairs(text, pairs.Start, knownPairs ^ WeightTable.MaskOf(pairs.Length), borderSums, ref norms[2]);
        var ofWords = _words.Add(wordRows, knownWords, text.Words.Counts.Slice(words.Start, words.Length), sums, fragmentSums);
        var ofPairs = _pairs.Add(pairRows, knownPairs, text.Pairs.Counts.Slice(pairs.Start, pairs.Length), sums, borderSums);
        norms[0] += ofWords.Norm + ofPairs.Norm;
        norms[1] += ofWords.PieceNorm;
        norms[2] += ofPairs.PieceNorm;
        return missed;
    }

    private static (int Start, int Length) BlockOf(DistinctHashes terms, int start) =>
        (Math.Min(start, terms.Count), Math.Clamp(terms.Count - start, 0, WeightTable.BlockLength));

    private (int Words, int Fragments) AddUnknownWords(ScannedText text, int start, ulong unknown, Span<float> sums, ref float norm)
    {
        var (words, fragments, waiting) = (0, 0, text.WaitingFragments);
        waiting.Clear();
        for (; unknown != 0; unknown &= unknown - 1)
        {
            // Whoever knows the word knows its fragments.
            var word = start + BitOperations.TrailingZeroCount(unknown);
            words += text.IsMark(word) ? 0 : 1;
            fragments += Fragments.CountFor(text.PaddedLengthOf(word));
            text.AddFragments(word, waiting);
        }

        var (added, known) = _fragments.Add(waiting, sums);
        norm += added;
        return (words, fragments - known);
    }

    private void AddUnknownPairs(ScannedText text, int start, ulong unknown, Span<float> sums, ref float norm)
    {
        var waiting = text.WaitingBorders;
        waiting.Clear();
        for (; unknown != 0; unknown &= unknown - 1)
        {
            text.AddBorders(start + BitOperations.TrailingZeroCount(unknown), waiting);
        }

        norm += _borders.Add(waiting, sums).Norm;
    }

    /// <summary>Adds the traits of the outward form; parameters as for words.</summary>
    public void AddForms(ScannedText text, Span<float> sums, Span<float> norms) =>
        norms[3] += _forms.Add(text.Forms, sums[(3 * Stride)..]);

    /// <summary>Turns scores into probabilities in place; the order of the categories stays.</summary>
    public void ToProbabilities(Span<float> scores) => _scale.Apply(scores, CategoryCount);

    private void Combine(ReadOnlySpan<float> sums, ReadOnlySpan<float> norms, Span<float> scores)
    {
        var squares = Vector128.Create(norms);
        var scales = Vector128.ConditionalSelect(
            Vector128.GreaterThan(squares, Vector128<float>.Zero), Vector128<float>.One / Vector128.Sqrt(squares), Vector128<float>.Zero);
        for (var lane = 0; lane < Stride; lane += Vector512<float>.Count)
        {
            var score = Vector512.LoadUnsafe(ref _bias[lane]);
            for (var block = 0; block < FeatureBlock.Count; block++)
            {
                score += Vector512.LoadUnsafe(in sums[(block * Stride) + lane]) * scales[block];
            }

            score.StoreUnsafe(ref scores[lane]);
        }
    }
}
