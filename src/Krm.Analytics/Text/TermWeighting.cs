namespace Krm.Analytics.Text;

/// <summary>How much an occurrence counts: TF-IDF with damped frequencies; part of the model format.</summary>
internal static class TermWeighting
{
    private const int Tabulated = 64;
    private static readonly float[] Frequencies = [.. Enumerable.Range(0, Tabulated).Select(ComputeFrequency)];

    /// <summary>1 + ln(count): the tenth mention of a word says less than the first.</summary>
    public static float Frequency(int count) => count < Tabulated ? Frequencies[count] : ComputeFrequency(count);

    /// <summary>ln((1 + texts) / (1 + texts with the feature)) + 1, as scikit-learn's smoothed IDF.</summary>
    public static float InverseDocumentFrequency(int textCount, int documentFrequency) =>
        (float)(Math.Log((1.0 + textCount) / (1.0 + documentFrequency)) + 1);

    private static float ComputeFrequency(int count) => count == 0 ? 0 : (float)(1 + Math.Log(count));
}
