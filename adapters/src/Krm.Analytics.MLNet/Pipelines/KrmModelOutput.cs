namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>What the step with Krm's classifier writes to a row; the names are columns of the pipeline.</summary>
internal sealed class KrmModelOutput
{
    /// <summary>The most probable category.</summary>
    public ReadOnlyMemory<char> KrmCategory { get; set; }

    /// <summary>All probabilities in the order of the model's categories, see <see cref="PackedScores"/>.</summary>
    public ReadOnlyMemory<char> KrmScores { get; set; }

    public bool IsAbstained { get; set; }
}
