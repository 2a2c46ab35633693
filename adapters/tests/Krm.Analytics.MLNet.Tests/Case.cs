namespace Krm.Analytics.MLNet.Tests;

/// <summary>A case as a host of ML.NET declares it.</summary>
internal sealed class Case
{
    public string Text { get; set; } = "";

    public string Label { get; set; } = "";
}
