namespace Krm.Analytics.Classification;

/// <summary>All that a model file holds, checked for consistency; shared by all classifiers made from it.</summary>
internal sealed record ModelContent
{
    public required ModelMetadata Metadata { get; init; }

    public required string[] Categories { get; init; }

    /// <summary>Features, strictly rising.</summary>
    public required uint[] Hashes { get; init; }

    /// <summary>In how many training texts each feature occurred.</summary>
    public required int[] DocumentFrequencies { get; init; }

    /// <summary>For each feature the value of one unit in <see cref="Weights"/>.</summary>
    public required Half[] Scales { get; init; }

    /// <summary>Weights of the features, one row of categories each, without the inverse document frequency.</summary>
    public required sbyte[] Weights { get; init; }

    /// <summary>Score of each category before any feature.</summary>
    public required float[] Bias { get; init; }

    /// <summary>Turns differences of scores into log odds.</summary>
    public required float Steepness { get; init; }
}
