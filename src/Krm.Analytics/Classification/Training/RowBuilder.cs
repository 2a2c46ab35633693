using Krm.Analytics.Classification.Models;
using Krm.Analytics.Text;

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

    /// <summary>Adds the terms of a text with their pieces.</summary>
    /// <param name="terms">All terms of a kind.</param>
    /// <param name="text">The text.</param>
    public void Add(CollectedTerms terms, int text)
    {
        foreach (var (term, count) in terms.OccurrencesIn(text))
        {
            var frequency = TermWeighting.Frequency(count);
            AddTerm(terms.FeatureOf(term), frequency);
            AddPieces(terms.PiecesOf(term), frequency, FeatureBlock.Of(terms.PieceKind));
        }
    }

    /// <summary>Ends the row: each block is brought to its length.</summary>
    public void EndRow()
    {
        foreach (var row in _touched)
        {
            _indices.Add(row);
            _values.Add(_sums[row]);
            _sums[row] = 0;
        }

        _touched.Clear();
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

    private void AddTerm(int feature, float frequency)
    {
        var row = _features.RowOf(feature);
        if (row < 0)
        {
            return;
        }

        var value = frequency * _inverseDocumentFrequencies[row];
        _indices.Add(row);
        _values.Add(value);
        _norms[_blocks[row]] += value * value;
    }

    /// <summary>The length is the one of the pieces each for itself, as the classifier adds them up.</summary>
    private void AddPieces(ReadOnlySpan<int> pieces, float frequency, int block)
    {
        foreach (var feature in pieces)
        {
            var row = _features.RowOf(feature);
            if (row < 0)
            {
                continue;
            }

            if (_sums[row] == 0)
            {
                _touched.Add(row);
            }

            var value = frequency * _inverseDocumentFrequencies[row];
            _sums[row] += value;
            _norms[block] += value * value;
        }
    }
}
