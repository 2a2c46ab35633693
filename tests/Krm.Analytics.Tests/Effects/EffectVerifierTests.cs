using Krm.Analytics.Effects;
using Krm.Analytics.Regression;

namespace Krm.Analytics.Tests.Effects;

public sealed class EffectVerifierTests
{
    [Fact]
    public void Verify_Halved_SaysImprovedAndHowManyWereAverted()
    {
        var result = EffectVerifier.Verify(Level(20, 80, 10, 40));

        Assert.Equal(EffectVerdict.Improved, result.Verdict);
        Assert.Equal(0.5, result.RateRatio, 1);
        Assert.InRange(result.Averted, 300, 500);
        Assert.True(result.AvertedLow < result.Averted && result.Averted < result.AvertedHigh);
        Assert.Contains("die Maßnahme hat gewirkt", result.Sentence, StringComparison.Ordinal);
        Assert.Contains("In 40 Wochen", result.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.95, "95-%-Bereich")]
    [InlineData(0.9, "90-%-Bereich")]
    [InlineData(0.999, "99,9-%-Bereich")]
    public void Verify_ConfidenceLevel_IsTheOneNamedInTheSentence(double level, string expected) =>
        Assert.Contains(expected, EffectVerifier.Verify(Level(20, 80, 10, 40), new EffectOptions { ConfidenceLevel = level }).Sentence, StringComparison.Ordinal);

    [Fact]
    public void Verify_Doubled_SaysWorse() =>
        Assert.Equal(EffectVerdict.Worse, EffectVerifier.Verify(Level(10, 80, 20, 40)).Verdict);

    [Fact]
    public void Verify_ManyCasesWithoutChange_SaysNoChange() =>
        Assert.Equal(EffectVerdict.NoChange, EffectVerifier.Verify(Level(60, 80, 60, 40)).Verdict);

    [Theory]
    [InlineData(5, 40)]
    [InlineData(80, 3)]
    public void Verify_TooShort_SaysNotEnoughData(int before, int after)
    {
        var result = EffectVerifier.Verify(Level(20, before, 10, after));

        Assert.Equal(EffectVerdict.NotEnoughData, result.Verdict);
        Assert.Contains("Noch nicht zu beurteilen", result.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 5)]
    [InlineData(1, 0)]
    public void Verify_HardlyAnyCases_SaysNotEnoughData(int before, int after)
    {
        var counts = Enumerable.Repeat((long)before, 3).Concat(Enumerable.Repeat(0L, 37)).Concat(Enumerable.Repeat((long)after, 1)).Concat(new long[9]);

        Assert.Equal(EffectVerdict.NotEnoughData, EffectVerifier.Verify(new MeasuredSeries(counts, 40, 52)).Verdict);
    }

    [Fact]
    public void Verify_ExposureHalvedWithCounts_SaysNoChange()
    {
        var series = Level(60, 80, 30, 40);
        var exposure = Enumerable.Repeat(10.0, 80).Concat(Enumerable.Repeat(5.0, 40));

        Assert.Equal(EffectVerdict.Improved, EffectVerifier.Verify(series).Verdict);
        Assert.Equal(EffectVerdict.NoChange,
            EffectVerifier.Verify(new MeasuredSeries(series.Counts, 80, 52, exposure)).Verdict);
    }

    [Fact]
    public void Verify_ControlFellToo_SaysNoChange()
    {
        var series = Level(60, 80, 30, 40);
        var control = Level(40, 80, 20, 40, seed: 9).Counts;

        Assert.Equal(EffectVerdict.NoChange,
            EffectVerifier.Verify(new MeasuredSeries(series.Counts, 80, 52, null, control)).Verdict);
    }

    [Fact]
    public void Verify_PeakJustBefore_IsLeftOutAndSaid()
    {
        var counts = Level(10, 100, 10, 40).Counts.ToArray();
        for (var week = 96; week < 100; week++)
        {
            counts[week] = 30;
        }

        var result = EffectVerifier.Verify(new MeasuredSeries(counts, 100, 52));
        var withPeak = EffectVerifier.Verify(
            new MeasuredSeries(counts, 100, 52), new EffectOptions { LeavesOutPeakBefore = false });

        Assert.InRange(result.PeakPeriodsLeftOut, 4, 12);
        Assert.Contains("Spitze unmittelbar davor", result.Sentence, StringComparison.Ordinal);
        Assert.NotEqual(EffectVerdict.Improved, result.Verdict);
        Assert.True(withPeak.RateRatio < result.RateRatio, "counting the peak makes the measure look better");
    }

    [Fact]
    public void Verify_LevelChangeOnly_EqualsCoefficientOfTheRegression()
    {
        var series = Level(20, 104, 12, 40);
        var options = new EffectOptions { LeavesOutPeakBefore = false };
        var result = EffectVerifier.Verify(series, options);
        var design = EffectDesign.Build(series, options, 0, hasEffect: true);
        var fit = CountRegression.Fit(design.Terms, design.Counts, null, CountFamily.QuasiPoisson);

        Assert.Equal(Math.Exp(fit.Coefficients[^1]), result.RateRatio, 9);
    }

    [Fact]
    public void Verify_SlopeChange_ComparesSumsAfterTheMeasure()
    {
        var result = EffectVerifier.Verify(Level(20, 104, 10, 40), new EffectOptions { HasSlopeChange = true });

        Assert.InRange(result.RateRatio, 0.35, 0.7);
    }

    [Fact]
    public void Constructor_NegativeCount_IsRefusedWithItsPeriod()
    {
        var error = Assert.Throws<ArgumentException>(() => new MeasuredSeries([1, 2, -3, 4], 2, 52));

        Assert.Contains("period 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_OtherLength_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new MeasuredSeries([1, 2, 3, 4], 2, 52, [1, 2]));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Constructor_MeasureOutsideSeries_IsRefused(int first) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MeasuredSeries([1, 2, 3, 4], first, 52));

    private static MeasuredSeries Level(double before, int periodsBefore, double after, int periodsAfter, int seed = 5)
    {
        var random = new Random(seed);
        var counts = Enumerable.Range(0, periodsBefore + periodsAfter)
            .Select(period => (long)MathNet.Numerics.Distributions.Poisson.Sample(random, period < periodsBefore ? before : after));
        return new MeasuredSeries(counts, periodsBefore, 52);
    }
}
