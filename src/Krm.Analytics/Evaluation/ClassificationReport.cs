using Krm.Analytics.Classification;

namespace Krm.Analytics.Evaluation;

/// <summary>How well a classifier did on cases it had not learnt from.</summary>
/// <remarks>Immutable. Computed in O(n log n) of the cases.</remarks>
public sealed class ClassificationReport
{
    /// <summary>Number of equally wide intervals of confidence that the calibration error compares.</summary>
    public const int CalibrationBins = 15;

    private ClassificationReport(ConfusionMatrix confusion, double calibrationError, IReadOnlyList<CoveragePoint> coverage)
    {
        Confusion = confusion;
        CalibrationError = calibrationError;
        Coverage = coverage;
    }

    /// <summary>Number of cases.</summary>
    public long Count => Confusion.Count;

    /// <summary>Which category was given for which.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>Share of cases given their true category, 0–1.</summary>
    public double Accuracy => Confusion.Accuracy;

    /// <summary>Mean F1 over the categories that occur, 0–1.</summary>
    public double MacroF1 => Confusion.MacroF1;

    /// <summary>F1 of the categories weighted by their number of cases, 0–1.</summary>
    public double WeightedF1 => Confusion.WeightedF1;

    /// <summary>
    /// Expected calibration error, 0–1: mean distance of confidence and share of right answers over
    /// <see cref="CalibrationBins"/> intervals (Guo et al., ICML 2017).
    /// </summary>
    public double CalibrationError { get; }

    /// <summary>Accuracy at coverage .5, .6 … 1.0; of equal confidences none is preferred.</summary>
    public IReadOnlyList<CoveragePoint> Coverage { get; }

    /// <summary>Classifies cases and judges the answers; an abstained case counts with its best guess.</summary>
    /// <param name="classifier">The classifier to judge.</param>
    /// <param name="cases">Cases with their true category; those without are skipped.</param>
    /// <param name="cancellationToken">Stops between two cases.</param>
    /// <exception cref="ArgumentException">No case carries a category.</exception>
    public static ClassificationReport Evaluate(
        ITextClassifier classifier, IEnumerable<LabeledText> cases, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(cases);
        var evaluated = new List<EvaluatedCase>();
        foreach (var (text, category) in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!string.IsNullOrEmpty(category))
            {
                var prediction = classifier.Classify(text);
                evaluated.Add(new EvaluatedCase(category, prediction.Category, prediction.Confidence));
            }
        }

        return From(evaluated);
    }

    /// <summary>Judges answers given elsewhere.</summary>
    /// <param name="cases">The cases, at least one.</param>
    /// <exception cref="ArgumentException">No case.</exception>
    public static ClassificationReport From(IReadOnlyList<EvaluatedCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Count == 0)
        {
            throw new ArgumentException("There is no case with a known category to judge the classifier on.", nameof(cases));
        }

        var categories = cases.Select(item => item.Actual)
            .Concat(cases.Select(item => item.Predicted))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var places = categories.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        var confusion = new ConfusionMatrix(categories);
        foreach (var item in cases)
        {
            confusion.Add(places[item.Actual], places[item.Predicted]);
        }

        return new ClassificationReport(confusion, ComputeCalibrationError(cases), ComputeCoverage(cases));
    }

    private static double ComputeCalibrationError(IReadOnlyList<EvaluatedCase> cases)
    {
        var bins = new (int Count, double Confidence, int Correct)[CalibrationBins];
        foreach (var item in cases)
        {
            ref var bin = ref bins[Math.Clamp((int)(item.Confidence * CalibrationBins), 0, CalibrationBins - 1)];
            bin = (bin.Count + 1, bin.Confidence + item.Confidence, bin.Correct + (IsCorrect(item) ? 1 : 0));
        }

        return bins.Sum(bin => Math.Abs(bin.Confidence - bin.Correct)) / cases.Count;
    }

    private static List<CoveragePoint> ComputeCoverage(IReadOnlyList<EvaluatedCase> cases)
    {
        var points = new List<CoveragePoint>();
        var sorted = cases.OrderByDescending(item => item.Confidence).ToArray();
        for (var tenths = 5; tenths <= 10; tenths++)
        {
            var answered = Math.Max(1, (int)Math.Round(sorted.Length * tenths / 10.0));
            var threshold = sorted[answered - 1].Confidence;
            points.Add(new CoveragePoint(tenths / 10.0, ExpectedCorrect(sorted, answered, threshold) / answered, threshold));
        }

        return points;
    }

    /// <summary>Right answers among the surest; where several share the last confidence, the mean over all ways to pick among them.</summary>
    private static double ExpectedCorrect(EvaluatedCase[] sorted, int answered, double threshold)
    {
        double above = 0, aboveCorrect = 0, tied = 0, tiedCorrect = 0;
        foreach (var item in sorted)
        {
            if (item.Confidence > threshold)
            {
                above++;
                aboveCorrect += IsCorrect(item) ? 1 : 0;
            }
            else if (item.Confidence == threshold)
            {
                tied++;
                tiedCorrect += IsCorrect(item) ? 1 : 0;
            }
        }

        return aboveCorrect + (tiedCorrect * (answered - above) / tied);
    }

    private static bool IsCorrect(EvaluatedCase item) => string.Equals(item.Actual, item.Predicted, StringComparison.Ordinal);
}
