using Microsoft.ML;
using Microsoft.ML.Data;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>Tells from a feature vector whether a model knows anything of a text.</summary>
/// <remarks>
/// A linear model answers a text without features with its bias, that is with the most frequent category and often with
/// full confidence. What also the empty text has (marks of beginning and end) counts as nothing, and so do fragments shorter
/// than the longest a model has: every text shares single letters with every other.
/// </remarks>
internal sealed class KnownFeatures
{
    private const string SlotNames = "SlotNames";
    private const string WordPrefix = "Word.";
    private const string FragmentPrefix = "Char.";
    private const char FragmentSeparator = '|';

    private readonly FeatureMeaning[] _meanings;

    /// <summary>Learns what counts as nothing.</summary>
    /// <param name="column">The column of features; names as <c>FeaturizeText</c> gives them are understood.</param>
    /// <param name="ofEmptyText">The features of the empty text.</param>
    public KnownFeatures(DataViewSchema.Column column, in VBuffer<float> ofEmptyText)
    {
        _meanings = ReadMeanings(column, ofEmptyText.Length);
        CanCountWords = Array.IndexOf(_meanings, FeatureMeaning.Word) >= 0;
        foreach (var (place, value) in ofEmptyText.Items())
        {
            if (value != 0)
            {
                _meanings[place] = FeatureMeaning.Nothing;
            }
        }
    }

    /// <summary>Whether the model tells words from fragments, so that known words can be counted.</summary>
    public bool CanCountWords { get; }

    /// <summary>Number of features that mean something, and how many of them are words.</summary>
    public (int All, int Words) Count(in VBuffer<float> features)
    {
        var all = 0;
        var words = 0;
        var values = features.GetValues();
        var places = features.GetIndices();
        for (var index = 0; index < values.Length; index++)
        {
            var meaning = values[index] == 0 ? FeatureMeaning.Nothing : _meanings[features.IsDense ? index : places[index]];
            all += meaning == FeatureMeaning.Nothing ? 0 : 1;
            words += meaning == FeatureMeaning.Word ? 1 : 0;
        }

        return (all, words);
    }

    private static FeatureMeaning[] ReadMeanings(DataViewSchema.Column column, int count)
    {
        var meanings = new FeatureMeaning[count];
        Array.Fill(meanings, FeatureMeaning.Something);
        if (column.Annotations.Schema.GetColumnOrNull(SlotNames) is null)
        {
            return meanings;
        }

        var names = default(VBuffer<ReadOnlyMemory<char>>);
        column.Annotations.GetValue(SlotNames, ref names);
        var fragments = names.Items()
            .Where(item => IsNamed(item.Value, FragmentPrefix))
            .Select(item => (Place: item.Key, Length: item.Value.Span.Count(FragmentSeparator)))
            .ToArray();
        var longest = fragments.Length == 0 ? 0 : fragments.Max(fragment => fragment.Length);
        foreach (var (place, length) in fragments)
        {
            meanings[place] = length == longest ? FeatureMeaning.Something : FeatureMeaning.Nothing;
        }

        foreach (var (place, _) in names.Items().Where(item => IsNamed(item.Value, WordPrefix)))
        {
            meanings[place] = FeatureMeaning.Word;
        }

        return meanings;
    }

    private static bool IsNamed(ReadOnlyMemory<char> name, string prefix) => name.Span.StartsWith(prefix, StringComparison.Ordinal);
}
