using Krm.Analytics.Classification.Models;

namespace Krm.Analytics.Classification.Training;

/// <summary>Packs learnt weights into the content of a model.</summary>
internal static class ModelAssembly
{
    public static ModelContent Build(TrainingData data, ChosenSettings chosen, LinearWeights learnt, TrainingOptions options)
    {
        var features = data.Features;
        var featureCount = features.Keys.Length;
        var weights = learnt.Values.AsSpan(0, featureCount * learnt.Stride).ToArray();
        for (var row = 0; row < featureCount; row++)
        {
            var factor = features.InverseDocumentFrequency(row) * FeatureBlock.LengthOf(FeatureBlock.Of(features.KindOf(row)));
            foreach (ref var weight in weights.AsSpan(row * learnt.Stride, learnt.CategoryCount))
            {
                weight *= factor;
            }
        }

        var (sums, norms) = AddUpFragments(data, weights, learnt.Stride);
        return new ModelContent
        {
            Metadata = new ModelMetadata
            {
                DataFingerprint = data.Fingerprint,
                TrainedOn = options.TrainedOn,
                TextCount = data.Rows.Count,
                FeatureCount = featureCount,
                CollisionCount = features.CollisionCount,
                Cost = EnsembleLearner.Cost,
                Balance = chosen.Balance,
                Accuracy = chosen.Accuracy,
                MacroF1 = chosen.MacroF1,
                Seed = options.Seed,
            },
            Categories = data.Categories,
            Words = RowsOf(FeatureKind.Word),
            WordFragments = PackedRows.Pack(sums, norms.Length, learnt.Stride, learnt.CategoryCount),
            WordFragmentNorms = norms,
            Pairs = RowsOf(FeatureKind.Pair),
            Fragments = RowsOf(FeatureKind.Fragment),
            Borders = RowsOf(FeatureKind.Border),
            Forms = RowsOf(FeatureKind.Form),
            Bias = learnt.Values.AsSpan(featureCount * learnt.Stride, learnt.CategoryCount).ToArray(),
            Steepness = chosen.Steepness,
            Curve = chosen.Curve,
            Outcomes = chosen.Outcomes,
            LeastKnownShare = data.LeastKnownShare,
        };

        FeatureRows RowsOf(FeatureKind kind)
        {
            var start = features.StartOf(kind);
            var count = features.CountOf(kind);
            return new FeatureRows(
                features.HashesOf(kind),
                features.DocumentFrequencies[start..(start + count)],
                PackedRows.Pack(weights.AsSpan(start * learnt.Stride), count, learnt.Stride, learnt.CategoryCount));
        }
    }

    private static (float[] Sums, float[] Norms) AddUpFragments(TrainingData data, float[] weights, int stride)
    {
        var sums = new float[data.WordFragments.Count * stride];
        var norms = new float[data.WordFragments.Count];
        for (var word = 0; word < norms.Length; word++)
        {
            var sum = sums.AsSpan(word * stride, stride);
            foreach (var row in data.WordFragments[word])
            {
                var inverse = data.Features.InverseDocumentFrequency(row);
                norms[word] += inverse * inverse;
                for (var category = 0; category < stride; category++)
                {
                    sum[category] += weights[(row * stride) + category];
                }
            }
        }

        return (sums, norms);
    }
}
