namespace Krm.Analytics.Classification.Training;

/// <summary>Packs learnt weights into the content of a model: one byte a weight, one scale a feature.</summary>
internal static class ModelAssembly
{
    public static ModelContent Build(TrainingData data, ChosenSettings chosen, LinearWeights weights, TrainingOptions options)
    {
        var categoryCount = data.Categories.Length;
        var featureCount = data.Features.Hashes.Length;
        var scales = new Half[featureCount];
        var packed = new sbyte[featureCount * categoryCount];
        for (var row = 0; row < featureCount; row++)
        {
            var values = weights.Values.AsSpan(row * weights.Stride, categoryCount);
            scales[row] = Pack(values, packed.AsSpan(row * categoryCount, categoryCount));
        }

        return new ModelContent
        {
            Metadata = new ModelMetadata
            {
                DataFingerprint = data.Fingerprint,
                TrainedOn = options.TrainedOn,
                TextCount = data.Rows.Count,
                FeatureCount = featureCount,
                CollisionCount = data.Features.CollisionCount,
                Cost = chosen.Settings.Cost,
                Balance = chosen.Settings.Balance,
                Accuracy = chosen.Accuracy,
                MacroF1 = chosen.MacroF1,
                Seed = options.Seed,
            },
            Categories = data.Categories,
            Hashes = data.Features.Hashes,
            DocumentFrequencies = data.Features.DocumentFrequencies,
            Scales = scales,
            Weights = packed,
            Bias = weights.Values.AsSpan(featureCount * weights.Stride, categoryCount).ToArray(),
            Steepness = chosen.Steepness,
        };
    }

    private static Half Pack(ReadOnlySpan<float> values, Span<sbyte> packed)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        // Rounding the scale down could push the largest weight over a byte, hence the clamp.
        var scale = (Half)(largest / sbyte.MaxValue);
        if (scale == Half.Zero)
        {
            packed.Clear();
            return Half.Zero;
        }

        for (var category = 0; category < values.Length; category++)
        {
            packed[category] = (sbyte)Math.Clamp(MathF.Round(values[category] / (float)scale), -sbyte.MaxValue, sbyte.MaxValue);
        }

        return scale;
    }
}
