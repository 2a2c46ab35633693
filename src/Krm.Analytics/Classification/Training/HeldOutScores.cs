using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Classification.Training;

/// <summary>Scores of texts that were not learnt from, as cross-validation gives them.</summary>
/// <param name="Scores">For each text one score a category, the next text <paramref name="Stride"/> further on.</param>
/// <param name="Stride">Length of a text's scores, filled up behind the categories.</param>
/// <param name="Labels">For each text the number of its category.</param>
/// <param name="Folds">For each text the fold in which it was held out, numbered from 0.</param>
/// <param name="Criterion">What a choice makes as large as possible.</param>
internal sealed record HeldOutScores(float[] Scores, int Stride, int[] Labels, int[] Folds, SelectionCriterion Criterion)
{
    /// <summary>What the best common shift reaches, see <see cref="OffsetSearch.FindShift"/>.</summary>
    public double BestWorth() => SearchIn(_ => true).FindShift().Worth;

    /// <summary>The offsets that all texts together call for.</summary>
    public float[] FindOffsets() => SearchIn(_ => true).Find();

    /// <summary>With the offsets that the other folds call for: those of all would flatter the texts they were chosen by.</summary>
    public HeldOutScores AddOffsetsOfOtherFolds(CancellationToken cancellationToken)
    {
        var offsets = new float[Folds.Max() + 1][];
        Parallel.For(0, offsets.Length, new ParallelOptions { CancellationToken = cancellationToken }, held =>
            offsets[held] = SearchIn(fold => fold != held).Find());
        var shifted = (float[])Scores.Clone();
        for (var text = 0; text < Folds.Length; text++)
        {
            for (var category = 0; category < Criterion.CategoryCount; category++)
            {
                shifted[(text * Stride) + category] += offsets[Folds[text]][category];
            }
        }

        return this with { Scores = shifted };
    }

    /// <summary>The categories of highest score against the right ones.</summary>
    public ConfusionMatrix Judge(string[] categories)
    {
        var confusion = new ConfusionMatrix(categories);
        for (var text = 0; text < Labels.Length; text++)
        {
            confusion.Add(Labels[text], ScoreCalibration.IndexOfMaximum(Scores.AsSpan(text * Stride, Criterion.CategoryCount)));
        }

        return confusion;
    }

    private OffsetSearch SearchIn(Func<int, bool> isAsked)
    {
        var texts = Enumerable.Range(0, Folds.Length).Where(text => isAsked(Folds[text])).ToArray();
        var scores = new float[texts.Length * Stride];
        for (var index = 0; index < texts.Length; index++)
        {
            Scores.AsSpan(texts[index] * Stride, Stride).CopyTo(scores.AsSpan(index * Stride));
        }

        return new OffsetSearch(scores, Stride, [.. texts.Select(text => Labels[text])], Criterion);
    }
}
