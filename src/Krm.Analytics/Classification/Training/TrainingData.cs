using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Krm.Analytics.Classification.ModelFiles;

namespace Krm.Analytics.Classification.Training;

/// <summary>The training cases as vectors and category numbers.</summary>
/// <param name="Rows">The texts as vectors.</param>
/// <param name="Labels">For each text the number of its category.</param>
/// <param name="Categories">The categories, in ordinal order.</param>
/// <param name="Features">The features kept.</param>
/// <param name="WordFragments">For each word kept the rows of its fragments.</param>
/// <param name="PairBorders">For each pair kept the rows of the pieces around its border.</param>
/// <param name="Extended">For each feature the row of the one that it extends by a letter, -1 if there is none.</param>
/// <param name="LeastKnownShare">Share of known fragments that hardly any of the texts falls below.</param>
/// <param name="Fingerprint">SHA-256 over texts and categories.</param>
internal sealed record TrainingData(
    SparseRows Rows,
    int[] Labels,
    string[] Categories,
    FeatureSet Features,
    IReadOnlyList<int[]> WordFragments,
    IReadOnlyList<int[]> PairBorders,
    int[] Extended,
    float LeastKnownShare,
    string Fingerprint)
{
    private const int MaximumFeatureCount = 1 << 19;

    public static TrainingData Collect(IEnumerable<LabeledText> cases, TrainingOptions options, CancellationToken cancellationToken)
    {
        using var fingerprint = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var vocabulary = new Vocabulary();
        var names = new List<string>();
        foreach (var (text, category) in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (string.IsNullOrEmpty(category))
            {
                continue;
            }

            AppendTo(fingerprint, text ?? string.Empty);
            AppendTo(fingerprint, category);
            vocabulary.Add(text);
            names.Add(category);
        }

        var categories = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        GuardCategories(categories, names.Count);
        var places = categories.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        var features = vocabulary.Select(options.MinimumDocumentFrequency, MaximumFeatureCount);
        var (fragments, borders) = vocabulary.PieceRows(features);
        return new TrainingData(
            vocabulary.ToRows(features),
            [.. names.Select(name => places[name])],
            categories,
            features,
            fragments,
            borders,
            vocabulary.ExtendedRows(features),
            vocabulary.FindLeastKnownShare(options.MinimumDocumentFrequency),
            Convert.ToHexStringLower(fingerprint.GetHashAndReset()));
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
