using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Krm.Analytics.Classification.Training;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification;

/// <summary>The numbers of a model laid out for speed; immutable.</summary>
internal sealed class LinearModel
{
    private readonly FeatureTable _table;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly float[] _bias;
    private readonly float _steepness;

    public LinearModel(ModelContent content)
    {
        CategoryCount = content.Categories.Length;
        Stride = LinearWeights.StrideFor(CategoryCount);
        _table = new FeatureTable(content.Hashes);
        _squares = new float[content.Hashes.Length];
        _weights = new float[content.Hashes.Length * Stride];
        _bias = new float[Stride];
        content.Bias.CopyTo(_bias, 0);
        _steepness = content.Steepness;
        for (var row = 0; row < _squares.Length; row++)
        {
            var inverse = TermWeighting.InverseDocumentFrequency(content.Metadata.TextCount, content.DocumentFrequencies[row]);
            _squares[row] = inverse * inverse;
            var unit = (float)content.Scales[row] * inverse;
            for (var category = 0; category < CategoryCount; category++)
            {
                _weights[(row * Stride) + category] = content.Weights[(row * CategoryCount) + category] * unit;
            }
        }
    }

    public int CategoryCount { get; }

    /// <summary>Length of score buffers.</summary>
    public int Stride { get; }

    /// <summary>Writes one score a category and returns how many of the text's distinct words the model knows.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="scores">Receives the scores; <see cref="Stride"/> long.</param>
    public int Score(ScannedText text, Span<float> scores)
    {
        Span<float> words = stackalloc float[Stride];
        Span<float> fragments = stackalloc float[Stride];
        Span<ulong> hashes = stackalloc ulong[Fragments.MaximumCount];
        words.Clear();
        fragments.Clear();
        var known = 0;
        var wordNorm = 0f;
        var fragmentNorm = 0f;
        for (var index = 0; index < text.Words.Count; index++)
        {
            var frequency = TermWeighting.Frequency(text.Words.Counts[index]);
            var row = _table.Find(FeatureHash.Compact(text.Words.Hashes[index]));
            if (row >= 0)
            {
                known++;
                wordNorm += frequency * frequency * _squares[row];
                Add(words, row, frequency);
            }

            var count = Fragments.Hash(text.PaddedWord(index), hashes);
            fragmentNorm += frequency * frequency * AddFragments(fragments, hashes[..count], frequency);
        }

        for (var index = 0; index < text.Pairs.Count; index++)
        {
            var row = _table.Find(FeatureHash.Compact(text.Pairs.Hashes[index]));
            if (row >= 0)
            {
                var frequency = TermWeighting.Frequency(text.Pairs.Counts[index]);
                wordNorm += frequency * frequency * _squares[row];
                Add(words, row, frequency);
            }
        }

        Combine(words, wordNorm, fragments, fragmentNorm, scores);
        return known;
    }

    /// <summary>Turns scores into probabilities in place.</summary>
    public void ToProbabilities(Span<float> scores) => Softmax(scores[..CategoryCount], _steepness);

    /// <summary>exp(steepness · score), brought to sum 1.</summary>
    internal static void Softmax(Span<float> scores, float steepness)
    {
        var maximum = float.NegativeInfinity;
        foreach (var score in scores)
        {
            maximum = Math.Max(maximum, score);
        }

        var sum = 0f;
        foreach (ref var score in scores)
        {
            score = MathF.Exp((score - maximum) * steepness);
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }

    private void Add(Span<float> sums, int row, float factor)
    {
        ref var weight = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (var lane = 0; lane < Stride; lane += Vector256<float>.Count)
        {
            var added = Vector256.LoadUnsafe(ref weight, (nuint)((row * Stride) + lane)) * factor;
            (Vector256.LoadUnsafe(ref sum, (nuint)lane) + added).StoreUnsafe(ref sum, (nuint)lane);
        }
    }

    /// <summary>Adds the fragments of a word and returns their squared length; a repeated fragment counts as often as it occurs.</summary>
    private float AddFragments(Span<float> sums, ReadOnlySpan<ulong> hashes, float factor)
    {
        var norm = 0f;
        foreach (var hash in hashes)
        {
            var row = _table.Find(FeatureHash.Compact(hash));
            if (row >= 0)
            {
                norm += _squares[row];
                Add(sums, row, factor);
            }
        }

        return norm;
    }

    private void Combine(ReadOnlySpan<float> words, float wordNorm, ReadOnlySpan<float> fragments, float fragmentNorm, Span<float> scores)
    {
        var wordScale = wordNorm > 0 ? 1 / MathF.Sqrt(wordNorm) : 0;
        var fragmentScale = fragmentNorm > 0 ? 1 / MathF.Sqrt(fragmentNorm) : 0;
        for (var category = 0; category < Stride; category++)
        {
            scores[category] = _bias[category] + (words[category] * wordScale) + (fragments[category] * fragmentScale);
        }
    }
}
