namespace Krm.Analytics.Classification.Models;

/// <summary>Features that are brought to one common length, so that none of the blocks drowns the others; part of the model format.</summary>
internal static class FeatureBlock
{
    /// <summary>Number of blocks.</summary>
    public const int Count = 4;

    // Chosen by cross-validation inside the training parts, see ADR 0005.
    private static readonly float[] Lengths = [0.6f, 1, 0.7f, 0.2f];

    /// <summary>The block of a kind: words share theirs with pairs.</summary>
    public static int Of(FeatureKind kind) => kind == FeatureKind.Word ? 0 : (int)kind - 1;

    /// <summary>The length a text's vector has within a block.</summary>
    public static float LengthOf(int block) => Lengths[block];
}
