using Krm.Analytics.Classification.Training;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>The numbers of a model laid out for speed; immutable.</summary>
internal sealed class LinearModel
{
    // Keeps hopeless categories above zero, so that the rest can always be shared out.
    private const float LeastExponent = -30;

    private readonly FeatureTable _words;

    // A word's row holds its own weights and then those of its fragments.
    private readonly float[] _wordWeights;
    private readonly float[] _wordSquares;
    private readonly float[] _wordFragmentSquares;
    private readonly WeightTable _pairs;
    private readonly WeightTable _fragments;
    private readonly WeightTable _borders;
    private readonly WeightTable _forms;
    private readonly float[] _bias;
    private readonly float _steepness;
    private readonly ConfidenceCurve _curve;

    public LinearModel(ModelContent content)
    {
        CategoryCount = content.Categories.Length;
        Stride = LinearWeights.StrideFor(CategoryCount);
        _words = new FeatureTable(content.Words.Hashes);
        var textCount = content.Metadata.TextCount;
        _pairs = new WeightTable(content.Pairs, textCount, Stride);
        _fragments = new WeightTable(content.Fragments, textCount, Stride);
        _borders = new WeightTable(content.Borders, textCount, Stride);
        _forms = new WeightTable(content.Forms, textCount, Stride);
        _wordWeights = new float[content.Words.Count * Stride * 2];
        for (var word = 0; word < content.Words.Count; word++)
        {
            content.Words.Weights.Unpack(word, _wordWeights.AsSpan(word * Stride * 2));
            content.WordFragments.Unpack(word, _wordWeights.AsSpan((word * Stride * 2) + Stride));
        }

        _wordSquares = WeightTable.SquaresOf(content.Words, textCount);
        _wordFragmentSquares = content.WordFragmentNorms;
        _bias = new float[Stride];
        content.Bias.CopyTo(_bias, 0);
        _steepness = content.Steepness;
        _curve = content.Curve;
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
        int knownWords = 0, knownFragments = 0, allFragments = 0;
        for (var index = 0; index < text.Words.Count; index++)
        {
            var frequency = TermWeighting.Frequency(text.Words.Counts[index]);
            var squared = frequency * frequency;
            var row = _words.Find(FeatureHash.Compact(text.Words.Hashes[index]));
            var fragments = Fragments.CountFor(text.PaddedWord(index).Length);
            allFragments += fragments;
            if (row >= 0)
            {
                // Whoever knows the word knows its fragments.
                knownWords += text.IsMark(index) ? 0 : 1;
                knownFragments += fragments;
                norms[0] += squared * _wordSquares[row];
                norms[1] += squared * _wordFragmentSquares[row];
                WeightTable.AddRow(sums, _wordWeights, row * Stride * 2, frequency, Stride * 2);
            }
            else if (!text.IsMark(index))
            {
                norms[1] += squared * AddFragments(sums[Stride..], text.FragmentsOf(index), frequency, out var known);
                knownFragments += known;
            }
        }

        norms[0] += _pairs.Add(sums, text.Pairs);
        norms[2] = _borders.Add(sums[(Stride * 2)..], text.Borders);
        norms[3] = _forms.Add(sums[(Stride * 3)..], text.Forms);
        Combine(sums, norms, scores);
        return new Familiarity(knownWords, knownFragments, allFragments);
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

        return (false, 0, text.IsMark(index) ? 0 : AddFragments(row[Stride..], text.FragmentsOf(index), 1, out _));
    }

    /// <summary>The weights of a feature that is neither word nor fragment, and their squared length; 0 if the model does not know it.</summary>
    /// <param name="kind">What the feature is.</param>
    /// <param name="hash">The feature.</param>
    /// <param name="row">Receives the weights; at least <see cref="Stride"/> long.</param>
    public float ReadTerm(FeatureKind kind, ulong hash, Span<float> row)
    {
        var table = kind switch { FeatureKind.Pair => _pairs, FeatureKind.Border => _borders, _ => _forms };
        row[..Stride].Clear();
        return table.Add(row, hash, 1);
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

    /// <summary>Adds the fragments of a word and returns their squared length; a repeated fragment counts as often as it occurs.</summary>
    private float AddFragments(Span<float> sums, ReadOnlySpan<ulong> hashes, float factor, out int known)
    {
        var norm = 0f;
        known = 0;
        foreach (var hash in hashes)
        {
            var square = _fragments.Add(sums, hash, factor);
            known += square > 0 ? 1 : 0;
            norm += square;
        }

        return norm;
    }

    private void Combine(ReadOnlySpan<float> sums, ReadOnlySpan<float> norms, Span<float> scores)
    {
        _bias.CopyTo(scores);
        for (var block = 0; block < FeatureBlock.Count; block++)
        {
            var scale = norms[block] > 0 ? 1 / MathF.Sqrt(norms[block]) : 0;
            for (var category = 0; category < Stride; category++)
            {
                scores[category] += sums[(block * Stride) + category] * scale;
            }
        }
    }
}
