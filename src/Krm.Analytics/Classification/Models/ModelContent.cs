namespace Krm.Analytics.Classification.Models;

/// <summary>All that a model file holds, checked for consistency; shared by all classifiers made from it.</summary>
internal sealed record ModelContent
{
    public required ModelMetadata Metadata { get; init; }

    public required string[] Categories { get; init; }

    /// <summary>Words and marks with their own weights.</summary>
    public required FeatureRows Words { get; init; }

    /// <summary>The fragments of each word.</summary>
    public required PieceSums WordFragments { get; init; }

    /// <summary>Pairs of neighbours.</summary>
    public required FeatureRows Pairs { get; init; }

    /// <summary>The pieces around the border of each pair.</summary>
    public required PieceSums PairBorders { get; init; }

    /// <summary>Fragments, for words the model does not know.</summary>
    public required PieceRows Fragments { get; init; }

    /// <summary>Letters around the borders of neighbours, for pairs the model does not know.</summary>
    public required PieceRows Borders { get; init; }

    /// <summary>Traits of the outward form of a text.</summary>
    public required FeatureRows Forms { get; init; }

    /// <summary>Score of each category before any feature.</summary>
    public required float[] Bias { get; init; }

    /// <summary>Turns scores into probabilities.</summary>
    public required ScoreScale Scale { get; init; }

    /// <summary>What cross-validation saw, to promise error rates.</summary>
    public required HeldOutOutcomes Outcomes { get; init; }

    /// <summary>Share of known fragments below which a text is taken for unknown or foreign, 0–1.</summary>
    public required float LeastKnownShare { get; init; }
}
