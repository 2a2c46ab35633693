using Krm.Analytics.Classification;

namespace Krm.Analytics.Evaluation;

/// <summary>Whether the texts a running classifier meets still resemble those it was last judged on.</summary>
/// <param name="CategoryShift">Jensen-Shannon distance of the shares of predicted categories, 0 (same) to 1 (disjoint).</param>
/// <param name="TermShift">Jensen-Shannon distance of the shares of words, 0 to 1.</param>
/// <param name="ExpectedCategoryShift">95 % quantile of <paramref name="CategoryShift"/> if only chance were at work.</param>
/// <param name="ExpectedTermShift">95 % quantile of <paramref name="TermShift"/> if only chance were at work.</param>
/// <param name="ConfidenceChange">Mean confidence now less mean confidence before, -1 to 1.</param>
/// <param name="AbstentionChange">Share abstained now less share before, -1 to 1.</param>
/// <remarks>The quantiles come from dealing all texts anew to the two sides, 200 times. Deterministic for a seed.</remarks>
public sealed record DriftReport(
    double CategoryShift,
    double TermShift,
    double ExpectedCategoryShift,
    double ExpectedTermShift,
    double ConfidenceChange,
    double AbstentionChange)
{
    private const int Permutations = 200;
    private const double Quantile = 0.95;

    /// <summary>Whether categories or words moved further than chance explains: judge the classifier anew or train again.</summary>
    public bool HasDrifted => CategoryShift > ExpectedCategoryShift || TermShift > ExpectedTermShift;

    /// <summary>Compares two periods.</summary>
    /// <param name="classifier">The running classifier.</param>
    /// <param name="before">Texts of the earlier period, at least one.</param>
    /// <param name="now">Texts of the later period, at least one.</param>
    /// <param name="seed">Seed of the permutations.</param>
    /// <exception cref="ArgumentException">A period without texts.</exception>
    public static DriftReport Compare(ITextClassifier classifier, IReadOnlyList<string> before, IReadOnlyList<string> now, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        if (before.Count == 0 || now.Count == 0)
        {
            throw new ArgumentException($"Both periods need texts: {before.Count} before, {now.Count} now.", nameof(now));
        }

        var texts = before.Concat(now).ToArray();
        var predictions = texts.Select(text => classifier.Classify(text)).ToArray();
        var categories = new ShareShift(predictions.Select(prediction => new[] { (ulong)Array.IndexOf([.. classifier.Categories], prediction.Category) }));
        var terms = new ShareShift(texts.Select(TermsOf));
        var sides = texts.Select((_, index) => index < before.Count).ToArray();
        var categoryShift = categories.Distance(sides);
        var termShift = terms.Distance(sides);
        var (categoryQuantile, termQuantile) = Chance(categories, terms, sides, seed);
        return new DriftReport(
            categoryShift,
            termShift,
            categoryQuantile,
            termQuantile,
            predictions[before.Count..].Average(item => item.Confidence) - predictions[..before.Count].Average(item => item.Confidence),
            ShareAbstained(predictions[before.Count..]) - ShareAbstained(predictions[..before.Count]));
    }

    private static (double Category, double Term) Chance(ShareShift categories, ShareShift terms, bool[] sides, int seed)
    {
        var generator = new SeededGenerator((ulong)seed);
        var order = Enumerable.Range(0, sides.Length).ToArray();
        var categoryShifts = new double[Permutations];
        var termShifts = new double[Permutations];
        for (var permutation = 0; permutation < Permutations; permutation++)
        {
            generator.Shuffle(order);
            var dealt = order.Select(index => sides[index]).ToArray();
            categoryShifts[permutation] = categories.Distance(dealt);
            termShifts[permutation] = terms.Distance(dealt);
        }

        Array.Sort(categoryShifts);
        Array.Sort(termShifts);
        var place = (int)Math.Ceiling(Quantile * Permutations) - 1;
        return (categoryShifts[place], termShifts[place]);
    }

    private static double ShareAbstained(Prediction[] predictions) => predictions.Count(item => item.IsAbstained) / (double)predictions.Length;

    private static ulong[] TermsOf(string text)
    {
        var scanned = new Text.ScannedText();
        scanned.Scan(text);
        var terms = new List<ulong>();
        for (var index = 0; index < scanned.Words.Count; index++)
        {
            if (!scanned.IsMark(index))
            {
                terms.Add(scanned.Words.Hashes[index]);
            }
        }

        return [.. terms];
    }
}
