using MathNet.Numerics.Distributions;

namespace Krm.Analytics.Causes;

/// <summary>Rate ratio of a window to the time outside it, with an interval of 95 % confidence.</summary>
/// <remarks>
/// Clopper–Pearson on the share of cases inside the window, all cases given; with dispersion the numbers of cases are
/// divided by it first, which widens the interval by its square root.
/// </remarks>
internal readonly record struct RateInterval(double Ratio, double Low, double High)
{
    private const double Tail = 0.025;

    public static RateInterval Compute(double inside, double outside, double weightRatio, double dispersion)
    {
        var k = inside / dispersion;
        var rest = outside / dispersion;
        var low = k <= 0 ? 0 : Beta.InvCDF(k, rest + 1, Tail);
        var high = rest <= 0 ? 1 : Beta.InvCDF(k + 1, rest, 1 - Tail);
        return new RateInterval(
            outside <= 0 ? double.PositiveInfinity : inside / outside / weightRatio,
            low / (1 - low) / weightRatio,
            high >= 1 ? double.PositiveInfinity : high / (1 - high) / weightRatio);
    }
}
