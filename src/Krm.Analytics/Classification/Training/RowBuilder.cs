using Krm.Analytics.Classification.Models;

namespace Krm.Analytics.Classification.Training;

/// <summary>Builds the training vectors row by row, weighted as the classifier weights them later.</summary>
internal sealed class RowBuilder
{
    private readonly FeatureSet _features;
    private readonly float[] _inverseDocumentFrequencies;
    private readonly byte[] _blocks;
    private readonly float[] _sums;
    private readonly List<int> _starts = [0];
    private readonly List<int> _indices = [];
    private readonly List<float> _values = [];
    private readonly List<int> _touched = [];
    private readonly float[] _norms = new float[FeatureBlock.Count];

    public RowBuilder(FeatureSet features)
    {
        _features = features;
        _inverseDocumentFrequencies = [.. Enumerable.Range(0, features.Keys.Length).Select(features.InverseDocumentFrequency)];
        _blocks = [.. Enumerable.Range(0, features.Keys.Length).Select(row => (byte)FeatureBlock.Of(features.KindOf(row)))];
        _sums = new float[features.Keys.Length];
    }

    /// <summary>The squared length of one word's fragments, each occurrence for itself.</summary>
    public float SquaredNorm(ReadOnlySpan<int> fragments)
    {
        var norm = 0f;
        foreach (var feature in fragments)
        {
            var row = _features.Rows[feature];
            if (row >= 0)
            {
                norm += _inverseDocumentFrequencies[row] * _inverseDocumentFrequencies[row];
            }
        }

        return norm;
    }

    /// <summary>Adds any feature but a fragment, each at most once a row.</summary>
    public void Add(int feature, float frequency)
    {
        var row = _features.Rows[feature];
        if (row < 0)
        {
            return;
        }

        var value = frequency * _inverseDocumentFrequencies[row];
        _indices.Add(row);
        _values.Add(value);
        _norms[_blocks[row]] += value * value;
    }

    /// <summary>Adds the fragments of a word.</summary>
    public void AddFragments(ReadOnlySpan<int> fragments, float frequency)
    {
        foreach (var feature in fragments)
        {
            var row = _features.Rows[feature];
            if (row < 0)
            {
                continue;
            }

            if (_sums[row] == 0)
            {
                _touched.Add(row);
            }

            _sums[row] += frequency * _inverseDocumentFrequencies[row];
        }
    }

    /// <summary>Ends the row: each block is brought to its length.</summary>
    /// <param name="fragmentNorm">Squared length of the fragments, each word for itself.</param>
    public void EndRow(float fragmentNorm)
    {
        foreach (var row in _touched)
        {
            _indices.Add(row);
            _values.Add(_sums[row]);
            _sums[row] = 0;
        }

        _touched.Clear();
        _norms[FeatureBlock.Of(FeatureKind.Fragment)] = fragmentNorm;
        for (var block = 0; block < _norms.Length; block++)
        {
            _norms[block] = _norms[block] > 0 ? FeatureBlock.LengthOf(block) / MathF.Sqrt(_norms[block]) : 0;
        }

        for (var position = _starts[^1]; position < _values.Count; position++)
        {
            _values[position] *= _norms[_blocks[_indices[position]]];
        }

        Array.Clear(_norms);
        _starts.Add(_indices.Count);
    }

    public SparseRows Build() => new([.. _starts], [.. _indices], [.. _values], _features.Keys.Length);
}
