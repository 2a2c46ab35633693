namespace Krm.Analytics.MLNet.Tests;

/// <summary>An answer as a host of ML.NET declares it.</summary>
internal sealed class Answer
{
    public string PredictedLabel { get; set; } = "";

    public float[] Score { get; set; } = [];
}
