namespace Krm.Analytics.Statistics;

/// <summary>P-values adjusted for the number of hypotheses tested at once.</summary>
/// <remarks>Pure functions; cost n log n. The result has the order and length of the input; every value is at most 1.</remarks>
public static class MultipleTesting
{
    /// <summary>False discovery rate under independence or positive dependence (Benjamini and Hochberg 1995).</summary>
    /// <param name="pValues">P-values between 0 and 1, none NaN.</param>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> pValues) => StepUp(pValues, 1);

    /// <summary>False discovery rate under any dependence (Benjamini and Yekutieli 2001).</summary>
    /// <param name="pValues">P-values between 0 and 1, none NaN.</param>
    public static double[] BenjaminiYekutieli(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var harmonic = 0.0;
        for (var i = 1; i <= pValues.Count; i++)
        {
            harmonic += 1.0 / i;
        }

        return StepUp(pValues, harmonic);
    }

    /// <summary>Probability of any false finding, step-down (Holm 1979).</summary>
    /// <param name="pValues">P-values between 0 and 1, none NaN.</param>
    public static double[] Holm(IReadOnlyList<double> pValues)
    {
        var order = Order(pValues);
        var adjusted = new double[order.Length];
        var largest = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }

    /// <summary>One p-value for the hypothesis that no cause is present in any of the parts (Simes 1986); 1 for no parts.</summary>
    /// <param name="pValues">P-values between 0 and 1, none NaN.</param>
    public static double Simes(IReadOnlyList<double> pValues)
    {
        var order = Order(pValues);
        var smallest = 1.0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            smallest = Math.Min(smallest, pValues[order[rank]] * order.Length / (rank + 1));
        }

        return smallest;
    }

    private static double[] StepUp(IReadOnlyList<double> pValues, double factor)
    {
        var order = Order(pValues);
        var adjusted = new double[order.Length];
        var smallest = 1.0;
        for (var rank = order.Length - 1; rank >= 0; rank--)
        {
            smallest = Math.Min(smallest, factor * order.Length / (rank + 1) * pValues[order[rank]]);
            adjusted[order[rank]] = smallest;
        }

        return adjusted;
    }

    private static int[] Order(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var order = Enumerable.Range(0, pValues.Count).ToArray();
        Array.Sort(order, (left, right) => (pValues[left], left).CompareTo((pValues[right], right)));
        if (order.Length > 0 && !(pValues[order[0]] >= 0 && pValues[order[^1]] <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(pValues), "P-values lie between 0 and 1.");
        }

        return order;
    }
}
