using Krm.Analytics.Regression;

namespace Krm.Analytics.Tests.Regression;

public sealed class CountRegressionTests
{
    private static readonly double[,] TwoGroups = { { 1, 0 }, { 1, 0 }, { 1, 0 }, { 1, 1 }, { 1, 1 }, { 1, 1 } };

    [Fact]
    public void Fit_TwoGroups_ReturnsLogarithmOfRatioOfMeans()
    {
        var fit = CountRegression.Fit(TwoGroups, [4, 6, 5, 10, 8, 12], null, CountFamily.Poisson);

        Assert.Equal(Math.Log(5), fit.Coefficients[0], 10);
        Assert.Equal(Math.Log(2), fit.Coefficients[1], 10);
        Assert.Equal(Math.Sqrt((1.0 / 15) + (1.0 / 30)), fit.StandardErrors[1], 6);
        Assert.True(fit.HasConverged);
    }

    [Fact]
    public void Fit_Exposure_ReturnsRatioOfRates()
    {
        var fit = CountRegression.Fit(TwoGroups, [4, 6, 5, 10, 8, 12], [1, 1, 1, 2, 2, 2], CountFamily.Poisson);

        Assert.Equal(0, fit.Coefficients[1], 10);
    }

    [Fact]
    public void Fit_CountsWithoutExcessVariance_FallsBackToPoisson()
    {
        var fit = CountRegression.Fit(TwoGroups, [5, 5, 5, 10, 10, 10], null, CountFamily.NegativeBinomial);

        Assert.Equal(double.PositiveInfinity, fit.Theta);
        Assert.Equal(Math.Log(2), fit.Coefficients[1], 8);
    }

    [Fact]
    public void Fit_QuasiPoisson_WidensErrorsByDispersion()
    {
        var counts = new double[] { 1, 9, 5, 2, 18, 10 };
        var poisson = CountRegression.Fit(TwoGroups, counts, null, CountFamily.Poisson);
        var quasi = CountRegression.Fit(TwoGroups, counts, null, CountFamily.QuasiPoisson);

        Assert.Equal(poisson.StandardErrors[1] * Math.Sqrt(quasi.Dispersion), quasi.StandardErrors[1], 10);
        Assert.True(quasi.PValue(1) > poisson.PValue(1));
    }

    [Theory]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Fit_ImpossibleCount_IsRefusedWithItsRow(double count)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            CountRegression.Fit(TwoGroups, [1, 2, count, 4, 5, 6], null, CountFamily.Poisson));

        Assert.Contains("Count 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_DependentColumns_IsRefused()
    {
        var design = new double[,] { { 1, 1 }, { 1, 1 }, { 1, 1 }, { 1, 1 } };

        Assert.Throws<ArgumentException>(() => CountRegression.Fit(design, [1, 2, 3, 4], null, CountFamily.Poisson));
    }

    [Fact]
    public void Fit_MoreTermsThanObservations_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            CountRegression.Fit(new double[1, 2], [1], null, CountFamily.Poisson));

    [Fact]
    public void NeweyWest_LagZero_IsWhiteWithSmallSampleCorrection()
    {
        var counts = new double[] { 4, 6, 5, 10, 8, 13 };
        var fit = CountRegression.Fit(TwoGroups, counts, null, CountFamily.Poisson);

        var white = RobustCovariance.White(TwoGroups, counts, fit);
        var neweyWest = RobustCovariance.NeweyWest(TwoGroups, counts, fit, 0);

        Assert.Equal(white[1] * Math.Sqrt(6.0 / 4), neweyWest[1], 12);
    }

    [Theory]
    [InlineData(1, Math.PI * Math.PI / 6)]
    [InlineData(0.5, Math.PI * Math.PI / 2)]
    public void Of_KnownValues_AreExact(double value, double expected) =>
        Assert.Equal(expected, TriGamma.Of(value), 12);
}
