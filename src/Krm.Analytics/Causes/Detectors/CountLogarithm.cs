namespace Krm.Analytics.Causes.Detectors;

/// <summary>Logarithms of small whole numbers from a table.</summary>
internal static class CountLogarithm
{
    private static readonly double[] Table = [.. Enumerable.Range(0, 2048).Select(i => Math.Log(i))];

    private static readonly double[] StartTable = [.. Enumerable.Range(0, 2048).Select(i => Math.Log(i + 0.1))];

    /// <summary>ln(count + 0.1), where a fit starts.</summary>
    public static double OfStart(double count) =>
        count < StartTable.Length && count == Math.Floor(count) ? StartTable[(int)count] : Math.Log(count + 0.1);

    public static double Of(double count) => count < Table.Length && count == Math.Floor(count) ? Table[(int)count] : Math.Log(count);
}
