using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Krm.Analytics.Classification.ModelFiles;

namespace Krm.Analytics.Classification.Training;

/// <summary>Reads the training cases and gives them as vectors, first those with category, then all.</summary>
/// <remarks>Mutable, for one training on one thread.</remarks>
internal sealed class TrainingCorpus : IDisposable
{
    private const int MaximumFeatureCount = 1 << 19;

    private readonly TrainingOptions _options;
    private readonly IncrementalHash _fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Vocabulary _vocabulary = new();
    private readonly List<string> _unlabeled = [];

    /// <summary>Reads the cases.</summary>
    /// <exception cref="ArgumentException">The categories cannot be learnt.</exception>
    public TrainingCorpus(IEnumerable<LabeledText> cases, TrainingOptions options, CancellationToken cancellationToken)
    {
        _options = options;
        var names = new List<string>();
        foreach (var (text, category) in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (string.IsNullOrEmpty(category))
            {
                _unlabeled.Add(text ?? string.Empty);
                continue;
            }

            Add(text ?? string.Empty, category);
            names.Add(category);
        }

        var categories = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        GuardCategories(categories, names.Count);
        var places = categories.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        Labeled = Describe([.. names.Select(name => places[name])], categories);
    }

    /// <summary>The cases with category.</summary>
    public TrainingData Labeled { get; }

    /// <summary>Whether there are cases without category.</summary>
    public bool HasUnlabeled => _unlabeled.Count > 0;

    /// <summary>All cases, over the features of those with category and over the features of all; to be asked once.</summary>
    public (TrainingData OverLabeled, TrainingData OverAll) IncludeUnlabeled(CancellationToken cancellationToken)
    {
        foreach (var text in _unlabeled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(text, string.Empty);
        }

        return (Labeled with { Rows = _vocabulary.ToRows(Labeled.Features) }, Describe(Labeled.Labels, Labeled.Categories));
    }

    /// <inheritdoc/>
    public void Dispose() => _fingerprint.Dispose();

    private void Add(string text, string category)
    {
        AppendTo(_fingerprint, text);
        AppendTo(_fingerprint, category);
        _vocabulary.Add(text);
    }

    private TrainingData Describe(int[] labels, string[] categories)
    {
        var features = _vocabulary.Select(_options.MinimumDocumentFrequency, MaximumFeatureCount);
        var (fragments, borders) = _vocabulary.PieceRows(features);
        return new TrainingData(
            _vocabulary.ToRows(features),
            labels,
            categories,
            features,
            fragments,
            borders,
            _vocabulary.ExtendedRows(features),
            _vocabulary.FindLeastKnownShare(_options.MinimumDocumentFrequency),
            Convert.ToHexStringLower(_fingerprint.GetCurrentHash()));
    }

    private static void AppendTo(IncrementalHash fingerprint, string value)
    {
        Span<int> length = [value.Length];
        fingerprint.AppendData(MemoryMarshal.AsBytes(length));
        fingerprint.AppendData(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    private static void GuardCategories(string[] categories, int caseCount)
    {
        if (categories.Length < 2)
        {
            throw new ArgumentException(
                $"The {caseCount} labelled cases carry {categories.Length} different categories; learning needs at least two.", nameof(categories));
        }

        if (categories.Length > ModelFormat.MaximumCategories)
        {
            throw new ArgumentException(
                $"The cases carry {categories.Length} different categories, allowed are at most {ModelFormat.MaximumCategories}. Is the right column read?",
                nameof(categories));
        }

        if (categories.Any(category => Encoding.UTF8.GetByteCount(category) > ModelFormat.MaximumNameLength))
        {
            throw new ArgumentException(
                $"The name of a category is longer than {ModelFormat.MaximumNameLength} bytes. Is the right column read?", nameof(categories));
        }
    }
}
