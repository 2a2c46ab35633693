namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>What the step with Krm's classifier reads of a row; the names are columns of the pipeline.</summary>
internal sealed class KrmModelInput
{
    public ReadOnlyMemory<char> KrmText { get; set; }

    public ReadOnlyMemory<char> KrmModel { get; set; }

    public float KrmThreshold { get; set; }
}
