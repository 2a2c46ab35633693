using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    [Fact]
    public void Figures_HandComputedExample_Match()
    {
        var matrix = new ConfusionMatrix(["a", "b", "c"]);
        (int Actual, int Predicted)[] cases = [(0, 0), (0, 0), (0, 1), (1, 1), (1, 0), (2, 2)];
        foreach (var (actual, predicted) in cases)
        {
            matrix.Add(actual, predicted);
        }

        Assert.Equal(4.0 / 6, matrix.Accuracy, 12);
        Assert.Equal(((2.0 * 2 / 6) + (2.0 * 1 / 4) + 1) / 3, matrix.MacroF1, 12);
        Assert.Equal(((3 * 2.0 * 2 / 6) + (2 * 2.0 * 1 / 4) + 1) / 6, matrix.WeightedF1, 12);
        Assert.Equal(2.0 / 3, matrix.PerCategory()[0].Precision, 12);
        Assert.Equal(1, matrix[1, 0]);
    }

    [Fact]
    public void MacroF1_CategoryThatNeverOccurs_DoesNotCount()
    {
        var matrix = new ConfusionMatrix(["a", "b"]);
        matrix.Add(0, 0);

        Assert.Equal(1, matrix.MacroF1);
    }
}
