namespace Krm.Analytics.Counting;

/// <summary>Counts made under different plans or data versions were to be added up.</summary>
public sealed class CountPlanMismatchException : Exception
{
    /// <summary>Says which two plans differ.</summary>
    /// <param name="expected">The plan of the first counts.</param>
    /// <param name="found">The plan of the counts that do not fit.</param>
    public CountPlanMismatchException(CountPlan expected, CountPlan found)
        : base($"Counts of different plans cannot be added up: expected {Describe(expected)}, found {Describe(found)}.")
    {
        Expected = expected;
        Found = found;
    }

    /// <summary>The plan of the first counts.</summary>
    public CountPlan Expected { get; }

    /// <summary>The plan of the counts that do not fit.</summary>
    public CountPlan Found { get; }

    private static string Describe(CountPlan plan) =>
        $"{plan.Fingerprint} ({plan.Period}; {string.Join(", ", plan.Dimensions)}; data version '{plan.DataVersion}')";
}
