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

    private readonly ScannedText _scanned = new();
    private readonly Dictionary<ulong, int> _features = [];
    private readonly List<ulong> _keys = [];
    private readonly List<int> _documentFrequencies = [];
    private readonly List<int> _lastText = [];
    private readonly Dictionary<ulong, int> _words = [];
    private readonly List<int> _wordFeatures = [];
    private readonly List<int> _fragmentStarts = [0];
    private readonly List<int> _fragments = [];
    private readonly HashSet<ulong> _longHashes = [];
    private readonly List<int> _textWordStarts = [0];
    private readonly List<(int Word, int Count)> _textWords = [];
    private readonly List<int> _textTermStarts = [0];
    private readonly List<(int Feature, int Count)> _textTerms = [];

    /// <summary>Number of texts added.</summary>
    public int TextCount => _textWordStarts.Count - 1;

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        _scanned.Scan(text);
        var row = TextCount;
        var words = _scanned.Words;
        for (var index = 0; index < words.Count; index++)
        {
            var word = GetWord(index, words.Hashes[index]);
            _textWords.Add((word, words.Counts[index]));
            CountOnce(_wordFeatures[word], row);
            for (var position = _fragmentStarts[word]; position < _fragmentStarts[word + 1]; position++)
            {
                CountOnce(_fragments[position], row);
            }
        }

        AddTerms(FeatureKind.Pair, _scanned.Pairs);
        AddTerms(FeatureKind.Border, _scanned.Borders);
        AddTerms(FeatureKind.Form, _scanned.Forms);
        _textWordStarts.Add(_textWords.Count);
        _textTermStarts.Add(_textTerms.Count);
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
        Array.Fill(rows, -1);
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

    /// <summary>For each selected word, in their order, the rows of its fragments, repetitions kept.</summary>
    public IReadOnlyList<int[]> FragmentRowsOfWords(FeatureSet features)
    {
        var rows = new int[features.CountOf(FeatureKind.Word)][];
        for (var word = 0; word < _wordFeatures.Count; word++)
        {
            var row = features.Rows[_wordFeatures[word]];
            if (row >= 0)
            {
                rows[row] = [.. FragmentsOf(word).ToArray().Select(feature => features.Rows[feature]).Where(found => found >= 0)];
            }
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
            for (var position = _textWordStarts[text]; position < _textWordStarts[text + 1]; position++)
            {
                foreach (var fragment in FragmentsOf(_textWords[position].Word))
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
        var wordNorms = new float[_wordFeatures.Count];
        for (var word = 0; word < wordNorms.Length; word++)
        {
            wordNorms[word] = rowBuilder.SquaredNorm(FragmentsOf(word));
        }

        for (var text = 0; text < TextCount; text++)
        {
            var fragmentNorm = 0f;
            for (var position = _textWordStarts[text]; position < _textWordStarts[text + 1]; position++)
            {
                var (word, count) = _textWords[position];
                var frequency = TermWeighting.Frequency(count);
                rowBuilder.Add(_wordFeatures[word], frequency);
                rowBuilder.AddFragments(FragmentsOf(word), frequency);
                fragmentNorm += frequency * frequency * wordNorms[word];
            }

            for (var position = _textTermStarts[text]; position < _textTermStarts[text + 1]; position++)
            {
                var (feature, count) = _textTerms[position];
                rowBuilder.Add(feature, TermWeighting.Frequency(count));
            }

            rowBuilder.EndRow(fragmentNorm);
        }

        return rowBuilder.Build();
    }

    private void AddTerms(FeatureKind kind, DistinctHashes terms)
    {
        for (var index = 0; index < terms.Count; index++)
        {
            var feature = GetFeature(kind, terms.Hashes[index]);
            CountOnce(feature, TextCount);
            _textTerms.Add((feature, terms.Counts[index]));
        }
    }

    private ReadOnlySpan<int> FragmentsOf(int word) =>
        CollectionsMarshal.AsSpan(_fragments)[_fragmentStarts[word].._fragmentStarts[word + 1]];

    private int GetWord(int index, ulong hash)
    {
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, hash, out var exists);
        if (exists)
        {
            return word;
        }

        word = _wordFeatures.Count;
        var known = word;
        _wordFeatures.Add(GetFeature(FeatureKind.Word, hash));
        foreach (var fragment in _scanned.FragmentsOf(index))
        {
            _fragments.Add(GetFeature(FeatureKind.Fragment, fragment));
        }

        _fragmentStarts.Add(_fragments.Count);
        return known;
    }

    private int GetFeature(FeatureKind kind, ulong hash)
    {
        _longHashes.Add(hash);
        var key = FeatureSet.KeyOf(kind, hash);
        ref var feature = ref CollectionsMarshal.GetValueRefOrAddDefault(_features, key, out var exists);
        if (!exists)
        {
            feature = _keys.Count;
            _keys.Add(key);
            _documentFrequencies.Add(0);
            _lastText.Add(-1);
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
