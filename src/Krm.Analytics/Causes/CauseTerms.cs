using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Analytics.Causes;

/// <summary>Finds the words and texts that set the cases of a finding apart from all others.</summary>
internal sealed class CauseTerms
{
    private const double TypicalDeviate = 2;

    private readonly CauseDetectorOptions _options;
    private readonly Dictionary<string, int> _dimensions;
    private readonly List<(CaseText Text, string[] Words)> _texts;
    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);

    public CauseTerms(CountPlan plan, CauseDetectorOptions options, IReadOnlyList<CaseText> texts)
    {
        _options = options;
        _dimensions = plan.Dimensions.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        _texts = [.. texts.Select(text => (text, CaseWords.Split(text.Text)))];
        foreach (var word in _texts.SelectMany(text => text.Words))
        {
            _frequencies[word] = _frequencies.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>Terms, most typical first, and the texts richest in them.</summary>
    public (IReadOnlyList<string> Terms, IReadOnlyList<string> Examples) Explain(CauseCell cell, LocalDate from, LocalDate to)
    {
        var own = _texts.Where(text => text.Text.Received >= from && text.Text.Received <= to && IsIn(cell, text.Text)).ToList();
        if (own.Count < _options.MinimumCellSize)
        {
            return ([], []);
        }

        var weights = Weigh(own);
        var terms = weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(_options.MaximumTerms).Select(pair => pair.Key).ToList();
        var examples = own
            .Where(text => text.Words.Length > 0)
            .Select(text => (text.Text, Score: text.Words.Sum(word => weights.GetValueOrDefault(word)) / Math.Sqrt(text.Words.Length + 4.0)))
            .OrderByDescending(pair => pair.Score)
            .ThenBy(pair => pair.Text.Text, StringComparer.Ordinal)
            .Select(pair => pair.Text.Text.Trim())
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(_options.MaximumExamples)
            .ToList();
        return (terms, examples);
    }

    private bool IsIn(CauseCell cell, CaseText text) =>
        cell.Coordinates.All(pair => text.Values[_dimensions[pair.Key]] == pair.Value);

    /// <summary>
    /// The deviate by which a word is in more of these texts than in the others (two proportions); only words that at least
    /// the minimum cell size of these texts contain, so that no single person's word is published.
    /// </summary>
    private Dictionary<string, double> Weigh(List<(CaseText Text, string[] Words)> own)
    {
        var inside = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in own.SelectMany(text => text.Words))
        {
            inside[word] = inside.GetValueOrDefault(word) + 1;
        }

        var others = Math.Max(1, _texts.Count - own.Count);
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (word, count) in inside)
        {
            if (count < _options.MinimumCellSize)
            {
                continue;
            }

            var share = (count + 0.5) / (own.Count + 1);
            var otherShare = (_frequencies[word] - count + 0.5) / (others + 1.0);
            var deviate = (share - otherShare) / Math.Sqrt((share * (1 - share) / own.Count) + (otherShare * (1 - otherShare) / others));
            if (deviate > TypicalDeviate)
            {
                weights.Add(word, deviate);
            }
        }

        return weights;
    }
}
