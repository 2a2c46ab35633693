using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Krm.Analytics.Classification.Training;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>The numbers of a model laid out for speed; immutable.</summary>
internal sealed class LinearModel
{
    // Keeps hopeless categories above zero, so that the rest can always be shared out.
    private const float LeastExponent = -30;

    private readonly FeatureTable _words;
    private readonly FeatureTable _pairs;
    private readonly FeatureTable _fragments;

    // A word's row holds its own weights and then those of its fragments.
    private readonly float[] _wordWeights;
    private readonly float[] _pairWeights;
    private readonly float[] _fragmentWeights;
    private readonly float[] _wordSquares;
    private readonly float[] _wordFragmentSquares;
    private readonly float[] _pairSquares;
    private readonly float[] _fragmentSquares;
    private readonly float[] _bias;
    private readonly float _steepness;
    private readonly ConfidenceCurve _curve;

    public LinearModel(ModelContent content)
    {
        CategoryCount = content.Categories.Length;
        Stride = LinearWeights.StrideFor(CategoryCount);
        _words = new FeatureTable(content.Words.Hashes);
        _pairs = new FeatureTable(content.Pairs.Hashes);
        _fragments = new FeatureTable(content.Fragments.Hashes);
        _wordWeights = new float[content.Words.Count * Stride * 2];
        _pairWeights = Unpack(content.Pairs.Weights);
        _fragmentWeights = Unpack(content.Fragments.Weights);
        for (var word = 0; word < content.Words.Count; word++)
        {
            content.Words.Weights.Unpack(word, _wordWeights.AsSpan(word * Stride * 2));
            content.WordFragments.Unpack(word, _wordWeights.AsSpan((word * Stride * 2) + Stride));
        }

        var textCount = content.Metadata.TextCount;
        _wordSquares = SquaresOf(content.Words, textCount);
        _pairSquares = SquaresOf(content.Pairs, textCount);
        _fragmentSquares = SquaresOf(content.Fragments, textCount);
        _wordFragmentSquares = content.WordFragmentNorms;
        _bias = new float[Stride];
        content.Bias.CopyTo(_bias, 0);
        _steepness = content.Steepness;
        _curve = content.Curve;
    }

    public int CategoryCount { get; }

    /// <summary>Length of score buffers.</summary>
    public int Stride { get; }

    /// <summary>Writes one score a category; returns how many distinct words the model knows and how many there are, marks apart.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="scores">Receives the scores; <see cref="Stride"/> long.</param>
    public (int Known, int Words) Score(ScannedText text, Span<float> scores)
    {
        Span<float> sums = stackalloc float[Stride * 2];
        sums.Clear();
        int known = 0, words = 0;
        var wordNorm = 0f;
        var fragmentNorm = 0f;
        for (var index = 0; index < text.Words.Count; index++)
        {
            var frequency = TermWeighting.Frequency(text.Words.Counts[index]);
            var squared = frequency * frequency;
            var row = _words.Find(FeatureHash.Compact(text.Words.Hashes[index]));
            words += text.IsMark(index) ? 0 : 1;
            if (row >= 0)
            {
                known += text.IsMark(index) ? 0 : 1;
                wordNorm += squared * _wordSquares[row];
                fragmentNorm += squared * _wordFragmentSquares[row];
                Add(sums, _wordWeights, row * Stride * 2, frequency, Stride * 2);
            }
            else if (!text.IsMark(index))
            {
                fragmentNorm += squared * AddFragments(sums[Stride..], text.FragmentsOf(index), frequency);
            }
        }

        for (var index = 0; index < text.Pairs.Count; index++)
        {
            var row = _pairs.Find(FeatureHash.Compact(text.Pairs.Hashes[index]));
            if (row >= 0)
            {
                var frequency = TermWeighting.Frequency(text.Pairs.Counts[index]);
                wordNorm += frequency * frequency * _pairSquares[row];
                Add(sums, _pairWeights, row * Stride, frequency, Stride);
            }
        }

        Combine(sums, wordNorm, fragmentNorm, scores);
        return (known, words);
    }

    /// <summary>The weights of a distinct word and of its fragments, without the inverse lengths, and their squared lengths.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="index">The word.</param>
    /// <param name="row">Receives first the word's and then the fragments' weights; twice <see cref="Stride"/> long.</param>
    public (bool IsKnown, float WordSquare, float FragmentSquare) ReadWord(ScannedText text, int index, Span<float> row)
    {
        row.Clear();
        var word = _words.Find(FeatureHash.Compact(text.Words.Hashes[index]));
        if (word >= 0)
        {
            _wordWeights.AsSpan(word * Stride * 2, Stride * 2).CopyTo(row);
            return (true, _wordSquares[word], _wordFragmentSquares[word]);
        }

        return (false, 0, text.IsMark(index) ? 0 : AddFragments(row[Stride..], text.FragmentsOf(index), 1));
    }

    /// <summary>The weights of a pair and their squared length; 0 if the model does not know it.</summary>
    /// <param name="hash">The pair.</param>
    /// <param name="row">Receives the weights; at least <see cref="Stride"/> long.</param>
    public float ReadPair(ulong hash, Span<float> row)
    {
        var pair = _pairs.Find(FeatureHash.Compact(hash));
        if (pair < 0)
        {
            return 0;
        }

        _pairWeights.AsSpan(pair * Stride, Stride).CopyTo(row);
        return _pairSquares[pair];
    }

    /// <summary>Turns scores into probabilities in place; the order of the categories stays.</summary>
    public void ToProbabilities(Span<float> scores)
    {
        var probabilities = scores[..CategoryCount];
        Softmax(probabilities, _steepness);
        var best = ScoreCalibration.IndexOfMaximum(probabilities);
        float second = 0, rest = 0;
        for (var category = 0; category < probabilities.Length; category++)
        {
            var other = category == best ? 0 : probabilities[category];
            second = Math.Max(second, other);
            rest += other;
        }

        if (rest == 0)
        {
            return;
        }

        // The second keeps its share of what the best one leaves, and must not overtake it.
        var calibrated = Math.Max(_curve.Map(probabilities[best]), second / (rest + second));
        foreach (ref var probability in probabilities)
        {
            probability *= (1 - calibrated) / rest;
        }

        probabilities[best] = calibrated;
    }

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
            score = MathF.Exp(Math.Max((score - maximum) * steepness, LeastExponent));
            sum += score;
        }

        foreach (ref var score in scores)
        {
            score /= sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Span<float> sums, float[] weights, int offset, float factor, int length)
    {
        ref var weight = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights), offset);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        for (var lane = 0; lane < length; lane += Vector256<float>.Count)
        {
            var added = Vector256.LoadUnsafe(ref weight, (nuint)lane) * factor;
            (Vector256.LoadUnsafe(ref sum, (nuint)lane) + added).StoreUnsafe(ref sum, (nuint)lane);
        }
    }

    private static float[] SquaresOf(FeatureRows features, int textCount)
    {
        var squares = new float[features.Count];
        for (var row = 0; row < squares.Length; row++)
        {
            var inverse = TermWeighting.InverseDocumentFrequency(textCount, features.DocumentFrequencies[row]);
            squares[row] = inverse * inverse;
        }

        return squares;
    }

    private float[] Unpack(PackedRows packed)
    {
        var weights = new float[packed.Units.Length * Stride];
        for (var row = 0; row < packed.Units.Length; row++)
        {
            packed.Unpack(row, weights.AsSpan(row * Stride));
        }

        return weights;
    }

    /// <summary>Adds the fragments of a word and returns their squared length; a repeated fragment counts as often as it occurs.</summary>
    private float AddFragments(Span<float> sums, ReadOnlySpan<ulong> hashes, float factor)
    {
        var norm = 0f;
        foreach (var hash in hashes)
        {
            var row = _fragments.Find(FeatureHash.Compact(hash));
            if (row >= 0)
            {
                norm += _fragmentSquares[row];
                Add(sums, _fragmentWeights, row * Stride, factor, Stride);
            }
        }

        return norm;
    }

    private void Combine(ReadOnlySpan<float> sums, float wordNorm, float fragmentNorm, Span<float> scores)
    {
        var wordScale = wordNorm > 0 ? 1 / MathF.Sqrt(wordNorm) : 0;
        var fragmentScale = fragmentNorm > 0 ? 1 / MathF.Sqrt(fragmentNorm) : 0;
        for (var category = 0; category < Stride; category++)
        {
            scores[category] = _bias[category] + (sums[category] * wordScale) + (sums[Stride + category] * fragmentScale);
        }
    }
}
