using System.Globalization;
using Krm.Analytics.Effects;
using Xunit.Abstractions;

namespace Krm.Analytics.Tests.Effects;

/// <summary>Coverage and false verdicts over many invented measures; KRM_SIMULATIONS sets how many (default 400).</summary>
public sealed class EffectVerifierSimulationTests(ITestOutputHelper output)
{
    private static readonly int Runs = int.Parse(
        Environment.GetEnvironmentVariable("KRM_SIMULATIONS") ?? "400", CultureInfo.InvariantCulture);

    // Half-width of a 99.9 % interval of a share of .95 in this many runs.
    private static readonly double Chance = 3.3 * Math.Sqrt(0.95 * 0.05 / Runs);

    [Theory]
    [InlineData(1.0, false)]
    [InlineData(0.7, false)]
    [InlineData(0.5, false)]
    [InlineData(1.0, true)]
    [InlineData(0.7, true)]
    public void Verify_ManyMeasures_IntervalCoversTruth(double rateRatio, bool startsAtPeak)
    {
        var random = new Random(4711);
        var covered = 0;
        var answered = 0;
        for (var run = 0; run < Runs; run++)
        {
            var result = EffectVerifier.Verify(MeasureSimulation.Make(random, rateRatio, startsAtPeak));
            if (!double.IsNaN(result.RateRatio))
            {
                answered++;
                covered += result.Low <= rateRatio && rateRatio <= result.High ? 1 : 0;
            }
        }

        var coverage = covered / (double)answered;
        output.WriteLine($"ratio {rateRatio}, peak {startsAtPeak}: coverage {coverage:0.0000} of {answered}");
        Assert.InRange(coverage, 0.95 - 0.02 - Chance, 0.95 + 0.02 + Chance);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Verify_NoMeasure_RarelySpeaksOfAnEffect(bool startsAtPeak)
    {
        var random = new Random(815);
        var silent = 0;
        for (var run = 0; run < Runs; run++)
        {
            var verdict = EffectVerifier.Verify(MeasureSimulation.Make(random, 1, startsAtPeak)).Verdict;
            silent += verdict is EffectVerdict.NoChange or EffectVerdict.NotEnoughData ? 1 : 0;
        }

        output.WriteLine($"peak {startsAtPeak}: no effect claimed in {silent / (double)Runs:0.0000} of {Runs}");
        Assert.True(silent / (double)Runs >= 0.94 - Chance);
    }
}
