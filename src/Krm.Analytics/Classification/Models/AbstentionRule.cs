using MathNet.Numerics;

namespace Krm.Analytics.Classification.Models;

/// <summary>Finds the confidence from which on the error stays below a promised rate.</summary>
/// <remarks>
/// Learn-then-test (Angelopoulos, Bates, Candès, Jordan and Lei, 2021) on cases the model had not learnt from: of twenty
/// shares of answered cases the largest is taken whose exact binomial bound on the error lies below the rate.
/// </remarks>
internal static class AbstentionRule
{
    /// <summary>Chance that the promise does not hold, over the draw of the training cases.</summary>
    public const double Risk = 0.1;

    private const int Shares = 20;

    /// <summary>The threshold; above 1 if the rate cannot be promised for any share of the cases.</summary>
    /// <param name="outcomes">Confidences of held-out cases, falling; the sign says right (+) or wrong (-).</param>
    /// <param name="errorRate">The promised rate of errors among answered cases.</param>
    public static double FindThreshold(ReadOnlySpan<float> outcomes, double errorRate)
    {
        for (var share = Shares; share > 0; share--)
        {
            var answered = (int)((long)outcomes.Length * share / Shares);
            if (answered == 0)
            {
                break;
            }

            // Cases tied with the last one are answered too.
            var threshold = Math.Abs(outcomes[answered - 1]);
            while (answered < outcomes.Length && Math.Abs(outcomes[answered]) == threshold)
            {
                answered++;
            }

            if (UpperBound(CountWrong(outcomes[..answered]), answered) <= errorRate)
            {
                return share == Shares ? 0 : threshold;
            }
        }

        return double.PositiveInfinity;
    }

    private static int CountWrong(ReadOnlySpan<float> outcomes)
    {
        var wrong = 0;
        foreach (var outcome in outcomes)
        {
            wrong += outcome < 0 ? 1 : 0;
        }

        return wrong;
    }

    /// <summary>Clopper-Pearson: the rate at which so few errors have the probability <see cref="Risk"/>.</summary>
    private static double UpperBound(int wrong, int count)
    {
        if (wrong >= count)
        {
            return 1;
        }

        double low = 0, high = 1;
        for (var step = 0; step < 50; step++)
        {
            var rate = (low + high) / 2;
            if (SpecialFunctions.BetaRegularized(count - wrong, wrong + 1, 1 - rate) > Risk)
            {
                low = rate;
            }
            else
            {
                high = rate;
            }
        }

        return high;
    }
}
