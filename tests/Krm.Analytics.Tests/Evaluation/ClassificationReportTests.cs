using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Evaluation;

public sealed class ClassificationReportTests
{
    [Fact]
    public void From_HandComputedExample_CalibrationAndCoverage()
    {
        EvaluatedCase[] cases =
        [
            .. Enumerable.Repeat(new EvaluatedCase("a", "a", 0.9), 8),
            .. Enumerable.Repeat(new EvaluatedCase("a", "b", 0.5), 2),
        ];

        var report = ClassificationReport.From(cases);

        Assert.Equal(0.8, report.Accuracy, 12);
        Assert.Equal(((8 * 0.1) + (2 * 0.5)) / 10, report.CalibrationError, 12);
        Assert.Equal([0.5, 0.6, 0.7, 0.8, 0.9, 1.0], report.Coverage.Select(point => point.Coverage));
        Assert.Equal(1, report.Coverage[3].Accuracy, 12);
        Assert.Equal(8.0 / 9, report.Coverage[4].Accuracy, 12);
        Assert.Equal(0.8, report.Coverage[5].Accuracy, 12);
    }

    [Fact]
    public void From_AllTied_EveryCoverageAsAccurateAsAll()
    {
        var report = ClassificationReport.From([new("a", "a", 0.7), new("a", "b", 0.7), new("b", "b", 0.7), new("b", "b", 0.7)]);

        Assert.All(report.Coverage, point => Assert.Equal(0.75, point.Accuracy, 12));
    }

    [Fact]
    public void From_NoCase_Throws()
    {
        Assert.Throws<ArgumentException>(() => ClassificationReport.From([]));
    }
}
