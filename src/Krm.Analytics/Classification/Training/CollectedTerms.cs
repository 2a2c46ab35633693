using System.Runtime.InteropServices;
using Krm.Analytics.Classification.Models;

namespace Krm.Analytics.Classification.Training;

/// <summary>Terms of one kind, words or pairs, with the features of their pieces, and which texts hold them how often.</summary>
/// <param name="kind">What the terms are.</param>
/// <param name="pieceKind">What their pieces are; without meaning if they have none.</param>
/// <remarks>Mutable, for one training on one thread.</remarks>
internal sealed class CollectedTerms(FeatureKind kind, FeatureKind pieceKind)
{
    private readonly Dictionary<ulong, int> _places = [];
    private readonly List<int> _features = [];
    private readonly List<int> _pieceStarts = [0];
    private readonly List<int> _pieces = [];
    private readonly List<int> _textStarts = [0];
    private readonly List<(int Term, int Count)> _occurrences = [];

    /// <summary>What the terms are.</summary>
    public FeatureKind Kind => kind;

    /// <summary>What their pieces are.</summary>
    public FeatureKind PieceKind => pieceKind;

    /// <summary>Number of ended texts.</summary>
    public int TextCount => _textStarts.Count - 1;

    /// <summary>Adds a distinct term of the current text.</summary>
    /// <param name="hash">The term.</param>
    /// <param name="count">How often the text has it.</param>
    /// <param name="term">Receives its number.</param>
    /// <returns>Whether it is new, so that <see cref="Describe"/> has to follow.</returns>
    public bool Add(ulong hash, int count, out int term)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, hash, out var exists);
        if (!exists)
        {
            place = _places.Count - 1;
        }

        term = place;
        _occurrences.Add((term, count));
        return !exists;
    }

    /// <summary>Says of the newest term which feature it is and which its pieces are.</summary>
    public void Describe(int feature, ReadOnlySpan<int> pieces)
    {
        _features.Add(feature);
        _pieces.AddRange(pieces);
        _pieceStarts.Add(_pieces.Count);
    }

    /// <summary>Ends the current text.</summary>
    public void EndText() => _textStarts.Add(_occurrences.Count);

    /// <summary>The feature that a term itself is.</summary>
    public int FeatureOf(int term) => _features[term];

    /// <summary>The features of a term's pieces, repetitions kept.</summary>
    public ReadOnlySpan<int> PiecesOf(int term) => CollectionsMarshal.AsSpan(_pieces)[_pieceStarts[term].._pieceStarts[term + 1]];

    /// <summary>The distinct terms of a text with their numbers of occurrences.</summary>
    public ReadOnlySpan<(int Term, int Count)> OccurrencesIn(int text) =>
        CollectionsMarshal.AsSpan(_occurrences)[_textStarts[text].._textStarts[text + 1]];

    /// <summary>For each selected term, in the order of the features, the rows of its pieces, repetitions kept.</summary>
    /// <param name="features">The features kept.</param>
    public IReadOnlyList<int[]> PieceRows(FeatureSet features)
    {
        var rows = new int[features.CountOf(kind)][];
        var start = features.StartOf(kind);
        for (var term = 0; term < _features.Count; term++)
        {
            var row = features.Rows[_features[term]];
            if (row >= 0)
            {
                rows[row - start] = [.. PiecesOf(term).ToArray().Select(feature => features.Rows[feature]).Where(found => found >= 0)];
            }
        }

        return rows;
    }
}
