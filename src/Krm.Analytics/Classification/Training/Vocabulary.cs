using System.Runtime.InteropServices;
using Krm.Analytics.Classification.Models;
using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Training;

/// <summary>Collects the features of the training texts, then turns the texts into vectors over the frequent ones.</summary>
/// <remarks>Keeps hashes only, never text. Mutable, for one training on one thread.</remarks>
internal sealed class Vocabulary
{
    // Texts written alike would otherwise make every new word foreign.
    private const float HighestLeastShare = 0.85f;

    private const int None = -1;

    private static readonly int[] OnceEach = [.. Enumerable.Repeat(1, TextForm.FeatureCount)];

    private readonly ScannedText _scanned = new();
    private readonly Dictionary<ulong, int> _features = [];
    private readonly List<ulong> _keys = [];
    private readonly List<int> _documentFrequencies = [];
    private readonly List<int> _lastText = [];
    private readonly List<int> _extended = [];
    private readonly HashSet<ulong> _longHashes = [];
    private readonly HashChains _chains = new();
    private readonly List<int> _pieces = [];
    private readonly CollectedTerms _words = new(FeatureKind.Word, FeatureKind.Fragment);
    private readonly CollectedTerms _pairs = new(FeatureKind.Pair, FeatureKind.Border);
    private readonly CollectedTerms _forms = new(FeatureKind.Form, FeatureKind.Form);

    /// <summary>Number of texts added.</summary>
    public int TextCount => _words.TextCount;

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        _scanned.Scan(text);
        AddTerms(_words, _scanned.Words.Hashes, _scanned.Words.Counts, _scanned.AddFragments);
        AddTerms(_pairs, _scanned.Pairs.Hashes, _scanned.Pairs.Counts, _scanned.AddBorders);
        AddTerms(_forms, _scanned.Forms, OnceEach, addPieces: null);
    }

    /// <summary>Drops the rare features and returns the rest, ordered by kind and hash.</summary>
    /// <param name="minimumDocumentFrequency">Texts in which a feature must occur.</param>
    /// <param name="maximumFeatureCount">Most features kept; the more frequent come first.</param>
    public FeatureSet Select(int minimumDocumentFrequency, int maximumFeatureCount)
    {
        var kept = Enumerable.Range(0, _keys.Count)
            .Where(feature => _documentFrequencies[feature] >= minimumDocumentFrequency)
            .OrderByDescending(feature => _documentFrequencies[feature])
            .ThenBy(feature => _keys[feature])
            .Take(maximumFeatureCount)
            .OrderBy(feature => _keys[feature])
            .ToArray();
        var rows = new int[_keys.Count];
        Array.Fill(rows, None);
        for (var row = 0; row < kept.Length; row++)
        {
            rows[kept[row]] = row;
        }

        return new FeatureSet(
            [.. kept.Select(feature => _keys[feature])],
            [.. kept.Select(feature => _documentFrequencies[feature])],
            rows,
            TextCount,
            _longHashes.Count - _keys.Count);
    }

    /// <summary>For each selected word and pair, in their order, the rows of its pieces, repetitions kept.</summary>
    public (IReadOnlyList<int[]> OfWords, IReadOnlyList<int[]> OfPairs) PieceRows(FeatureSet features) =>
        (_words.PieceRows(features), _pairs.PieceRows(features));

    /// <summary>For each selected feature the row of the longest selected one that it extends, -1 if there is none.</summary>
    public int[] ExtendedRows(FeatureSet features)
    {
        var rows = new int[features.Keys.Length];
        for (var feature = 0; feature < features.Rows.Length; feature++)
        {
            if (features.Rows[feature] == None)
            {
                continue;
            }

            var extended = _extended[feature];
            while (extended != None && features.Rows[extended] == None)
            {
                extended = _extended[extended];
            }

            rows[features.Rows[feature]] = extended == None ? None : features.Rows[extended];
        }

        return rows;
    }

    /// <summary>The share of fragments known from other texts that only two texts in a hundred fall below; at most <see cref="HighestLeastShare"/>.</summary>
    public float FindLeastKnownShare(int minimumDocumentFrequency)
    {
        var shares = new List<float>();
        for (var text = 0; text < TextCount; text++)
        {
            int fragments = 0, known = 0;
            foreach (var (word, _) in _words.OccurrencesIn(text))
            {
                foreach (var fragment in _words.PiecesOf(word))
                {
                    // Without this text itself the fragment would have to be known all the same.
                    fragments++;
                    known += _documentFrequencies[fragment] > minimumDocumentFrequency ? 1 : 0;
                }
            }

            if (fragments > 0)
            {
                shares.Add((float)known / fragments);
            }
        }

        shares.Sort();
        return shares.Count == 0 ? 0 : Math.Min(HighestLeastShare, shares[shares.Count / 50]);
    }

    /// <summary>The texts as vectors over the selected features.</summary>
    public SparseRows ToRows(FeatureSet features)
    {
        var rowBuilder = new RowBuilder(features);
        for (var text = 0; text < TextCount; text++)
        {
            rowBuilder.Add(_words, text);
            rowBuilder.Add(_pairs, text);
            rowBuilder.Add(_forms, text);
            rowBuilder.EndRow();
        }

        return rowBuilder.Build();
    }

    private void AddTerms(CollectedTerms terms, ReadOnlySpan<ulong> hashes, ReadOnlySpan<int> counts, Action<int, HashChains>? addPieces)
    {
        var text = terms.TextCount;
        for (var index = 0; index < hashes.Length; index++)
        {
            if (terms.Add(hashes[index], counts[index], out var term))
            {
                _chains.Clear();
                addPieces?.Invoke(index, _chains);
                terms.Describe(GetFeature(terms.Kind, hashes[index], None), FeaturesOf(_chains, terms.PieceKind));
            }

            CountOnce(terms.FeatureOf(term), text);
            foreach (var piece in terms.PiecesOf(term))
            {
                CountOnce(piece, text);
            }
        }

        terms.EndText();
    }

    private ReadOnlySpan<int> FeaturesOf(HashChains chains, FeatureKind kind)
    {
        _pieces.Clear();
        for (var index = 0; index < chains.Count; index++)
        {
            var extended = chains.Marks[index] == HashChains.Extends ? _pieces[^1] : None;
            _pieces.Add(GetFeature(kind, chains.Hashes[index], extended));
        }

        return CollectionsMarshal.AsSpan(_pieces);
    }

    private int GetFeature(FeatureKind kind, ulong hash, int extended)
    {
        _longHashes.Add(hash);
        var key = FeatureSet.KeyOf(kind, hash);
        ref var feature = ref CollectionsMarshal.GetValueRefOrAddDefault(_features, key, out var exists);
        if (!exists)
        {
            feature = _keys.Count;
            _keys.Add(key);
            _documentFrequencies.Add(0);
            _lastText.Add(None);
            _extended.Add(extended);
        }

        return feature;
    }

    private void CountOnce(int feature, int text)
    {
        if (_lastText[feature] != text)
        {
            _lastText[feature] = text;
            _documentFrequencies[feature]++;
        }
    }
}
