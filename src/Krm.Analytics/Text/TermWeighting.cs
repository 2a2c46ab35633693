namespace Krm.Analytics.Text;

/// <summary>How much an occurrence counts: TF-IDF with damped frequencies; part of the model format.</summary>
internal static class TermWeighting
{
    private const int Tabulated = 64;
    private static readonly float[] Frequencies = [.. Enumerable.Range(0, Tabulated).Select(ComputeFrequency)];

    /// <summary>How often an occurrence counts: a text says in its subject line and its first words what it is about.</summary>
    /// <param name="position">Number of words and marks before it.</param>
    public static int TimesAt(int position) => position switch
    {
        0 => 5,
        1 => 4,
        < 4 => 3,
        < 8 => 2,
        _ => 1,
    };

    /// <summary>1 + ln(count): the tenth mention of a word says less than the first.</summary>
    public static float Frequency(int count) => count < Tabulated ? Frequencies[count] : ComputeFrequency(count);

    /// <summary>ln((1 + texts) / (1 + texts with the feature)) + 1, as scikit-learn's smoothed IDF.</summary>
    public static float InverseDocumentFrequency(int textCount, int documentFrequency) =>
        (float)(Math.Log((1.0 + textCount) / (1.0 + documentFrequency)) + 1);

    private static float ComputeFrequency(int count) => count == 0 ? 0 : (float)(1 + Math.Log(count));
}
