namespace Krm.Analytics.Classification.Training;

/// <summary>What is to be as large as possible: macro-F1 plus accuracy, the latter the less the more one category dominates.</summary>
/// <remarks>
/// Where nine of ten cases belong to one category, accuracy rewards whoever forgets the others. Its weight is the Gini
/// diversity of the categories, 1 if all are equally frequent.
/// </remarks>
internal sealed record SelectionCriterion(int CategoryCount, double AccuracyWeight)
{
    public static SelectionCriterion For(int[] labels, int categoryCount)
    {
        var same = labels.CountBy(label => label).Sum(pair => Math.Pow((double)pair.Value / labels.Length, 2));
        return new SelectionCriterion(categoryCount, (1 - same) / (1 - (1.0 / categoryCount)));
    }

    public double Of(double accuracy, double macroF1) => macroF1 + (AccuracyWeight * accuracy);
}
