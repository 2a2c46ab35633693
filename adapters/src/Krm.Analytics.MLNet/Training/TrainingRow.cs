namespace Krm.Analytics.MLNet.Training;

/// <summary>A case as ML.NET reads it.</summary>
internal sealed class TrainingRow
{
    public string Text { get; set; } = "";

    public string Label { get; set; } = "";
}
