using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Classification.Training;

/// <summary>Learns one linear separation per category against all others, all categories in one sweep.</summary>
/// <remarks>
/// L2-regularised squared-hinge support vector machine by dual coordinate descent: Hsieh, Chang, Lin, Keerthi and
/// Sundararajan, A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008, algorithm 1, without shrinking.
/// The order of the texts comes from the seed, so the result is the same bytes on every run.
/// </remarks>
internal sealed class DualCoordinateDescent
{
    private const int MaximumEpochs = 8;
    private const double Tolerance = 0.1;

    // What a guessed category costs if missed, relative to one that a person gave.
    private const float GuessWeight = 0.2f;

    private readonly SparseRows _rows;
    private readonly int[] _labels;
    private readonly int _categoryCount;
    private readonly int _sureCount;
    private readonly float[] _squaredNorms;

    /// <param name="rows">The texts as vectors.</param>
    /// <param name="labels">For each text the number of its category.</param>
    /// <param name="categoryCount">Number of categories.</param>
    /// <param name="sureCount">So many texts from the first on have their category from a person, the others are guesses and weigh less.</param>
    public DualCoordinateDescent(SparseRows rows, int[] labels, int categoryCount, int sureCount)
    {
        _rows = rows;
        _labels = labels;
        _categoryCount = categoryCount;
        _sureCount = sureCount;
        _squaredNorms = ComputeSquaredNorms(rows);
        Stride = LinearWeights.StrideFor(categoryCount);
    }

    /// <summary>Number of values a row of weights takes: the categories filled up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>Learns from some of the texts.</summary>
    /// <param name="texts">Indices of the texts to learn from.</param>
    /// <param name="cost">Cost of an error relative to the size of the weights, above 0.</param>
    /// <param name="balance">0 weighs every text alike, 1 every category.</param>
    /// <param name="seed">Seed of the order of learning.</param>
    /// <param name="cancellationToken">Stops between two sweeps.</param>
    public LinearWeights Learn(ReadOnlySpan<int> texts, double cost, double balance, ulong seed, CancellationToken cancellationToken)
    {
        var stride = Stride;
        var weights = new float[(_rows.FeatureCount + 1) * stride];
        var duals = new float[texts.Length * stride];
        var inverseCosts = InverseCosts(texts, cost, balance);
        var order = new int[texts.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        var generator = new SeededGenerator(seed);
        for (var epoch = 0; epoch < MaximumEpochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            generator.Shuffle(order);
            var violation = 0f;
            foreach (var index in order)
            {
                violation = Math.Max(violation, Visit(texts[index], weights, duals.AsSpan(index * stride, stride), inverseCosts));
            }

            if (violation < Tolerance)
            {
                break;
            }
        }

        return new LinearWeights(weights, stride, _categoryCount);
    }

    /// <summary>The diagonal term 1/(2C): for each category that of its own texts, and last that of a text of any other.</summary>
    private float[] InverseCosts(ReadOnlySpan<int> texts, double cost, double balance)
    {
        var counts = new int[_categoryCount];
        foreach (var text in texts)
        {
            counts[_labels[text]]++;
        }

        var inverse = new float[_categoryCount + 1];
        inverse[^1] = (float)(0.5 / cost);
        for (var category = 0; category < _categoryCount; category++)
        {
            var lift = counts[category] == 0 ? 1 : Math.Pow((double)texts.Length / (_categoryCount * counts[category]), balance);
            inverse[category] = (float)(0.5 / (cost * lift));
        }

        return inverse;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Visit(int text, float[] weights, Span<float> duals, float[] inverseCosts)
    {
        var indices = _rows.IndicesOf(text);
        var values = _rows.ValuesOf(text);
        var label = _labels[text];
        var squaredNorm = Vector256.Create(_squaredNorms[text]);
        var lift = text < _sureCount ? 1 : 1 / GuessWeight;
        ref var weight = ref MemoryMarshal.GetArrayDataReference(weights);
        var violation = Vector256<float>.Zero;
        for (var lane = 0; lane < Stride; lane += Vector256<float>.Count)
        {
            var sum = Vector256.LoadUnsafe(ref weight, (nuint)((_rows.FeatureCount * Stride) + lane));
            for (var position = 0; position < indices.Length; position++)
            {
                var row = Vector256.LoadUnsafe(ref weight, (nuint)((indices[position] * Stride) + lane));
                sum += row * values[position];
            }

            var sign = Place(Vector256.Create(-1f), label - lane, 1f);
            var inverseCost = Place(Vector256.Create(inverseCosts[^1]), label - lane, inverseCosts[label]) * lift;
            var curvature = squaredNorm + inverseCost;
            var dual = Vector256.Create<float>(duals.Slice(lane, Vector256<float>.Count));
            var gradient = (sign * sum) - Vector256<float>.One + (dual * inverseCost);
            var updated = Vector256.Max(dual - (gradient / curvature), Vector256<float>.Zero);
            var step = updated - dual;
            violation = Vector256.Max(violation, Vector256.Abs(step * curvature));
            if (Vector256.EqualsAll(step, Vector256<float>.Zero))
            {
                continue;
            }

            updated.CopyTo(duals.Slice(lane, Vector256<float>.Count));
            AddTo(ref weight, indices, values, sign * step, lane);
        }

        return MaximumOf(violation);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddTo(ref float weight, ReadOnlySpan<int> indices, ReadOnlySpan<float> values, Vector256<float> change, int lane)
    {
        var bias = (nuint)((_rows.FeatureCount * Stride) + lane);
        (Vector256.LoadUnsafe(ref weight, bias) + change).StoreUnsafe(ref weight, bias);
        for (var position = 0; position < indices.Length; position++)
        {
            var offset = (nuint)((indices[position] * Stride) + lane);
            (Vector256.LoadUnsafe(ref weight, offset) + (change * values[position])).StoreUnsafe(ref weight, offset);
        }
    }

    private static Vector256<float> Place(Vector256<float> vector, int element, float value) =>
        element is >= 0 and < 8 ? vector.WithElement(element, value) : vector;

    private static float MaximumOf(Vector256<float> vector)
    {
        var maximum = 0f;
        for (var element = 0; element < Vector256<float>.Count; element++)
        {
            maximum = Math.Max(maximum, vector[element]);
        }

        return maximum;
    }

    private static float[] ComputeSquaredNorms(SparseRows rows)
    {
        var norms = new float[rows.Count];
        for (var row = 0; row < norms.Length; row++)
        {
            var norm = 1f;
            foreach (var value in rows.ValuesOf(row))
            {
                norm += value * value;
            }

            norms[row] = norm;
        }

        return norms;
    }
}
