namespace Krm.Analytics.MLNet.Tests;

/// <summary>A row without a label, as it comes in production.</summary>
internal sealed class TextOnly
{
    public string Text { get; set; } = "";
}
