namespace Krm.Analytics.Causes.Detectors;

/// <summary>Logarithms of small whole numbers from a table.</summary>
internal static class CountLogarithm
{
    private static readonly double[] Table = [.. Enumerable.Range(0, 2048).Select(i => Math.Log(i))];

    public static double Of(double count) => count < Table.Length && count == Math.Floor(count) ? Table[(int)count] : Math.Log(count);
}
