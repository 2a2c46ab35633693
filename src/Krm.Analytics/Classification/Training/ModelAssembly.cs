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
        var bias = learnt.Values.AsSpan(featureCount * learnt.Stride, learnt.CategoryCount).ToArray();
        for (var category = 0; category < bias.Length; category++)
        {
            bias[category] += chosen.Offsets[category];
        }

        for (var row = 0; row < featureCount; row++)
        {
            var factor = features.InverseDocumentFrequency(row) * FeatureBlock.LengthOf(FeatureBlock.Of(features.KindOf(row)));
            foreach (ref var weight in weights.AsSpan(row * learnt.Stride, learnt.CategoryCount))
            {
                weight *= factor;
            }
        }

        return new ModelContent
        {
            Metadata = new ModelMetadata
            {
                DataFingerprint = data.Fingerprint,
                TrainedOn = options.TrainedOn,
                TextCount = data.Labels.Length,
                UnlabeledTextCount = data.Features.TextCount - data.Labels.Length,
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
            WordFragments = SumsOf(data.WordFragments),
            Pairs = RowsOf(FeatureKind.Pair),
            PairBorders = SumsOf(data.PairBorders),
            Fragments = PiecesOf(FeatureKind.Fragment),
            Borders = PiecesOf(FeatureKind.Border),
            Forms = RowsOf(FeatureKind.Form),
            Bias = bias,
            Scale = chosen.Scale,
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

        PieceSums SumsOf(IReadOnlyList<int[]> pieces)
        {
            var (sums, squares) = AddUp(pieces);
            return new PieceSums(ShortenAll(squares), PackedRows.Pack(sums, squares.Length, learnt.Stride, learnt.CategoryCount));
        }

        PieceRows PiecesOf(FeatureKind kind)
        {
            var start = features.StartOf(kind);
            var (sums, squares) = AddUp([.. Enumerable.Range(start, features.CountOf(kind)).Select(ChainOf)]);
            return new PieceRows(
                features.HashesOf(kind),
                ShortenAll(squares),
                PackedRows.Pack(sums, squares.Length, learnt.Stride, learnt.CategoryCount));
        }

        static ShortFloat[] ShortenAll(float[] squares) => [.. squares.Select(ShortFloat.Nearest)];

        // A piece with all that it extends.
        int[] ChainOf(int row) => data.Extended[row] < 0 ? [row] : [row, .. ChainOf(data.Extended[row])];

        (float[] Sums, float[] Squares) AddUp(IReadOnlyList<int[]> pieces)
        {
            var sums = new float[pieces.Count * learnt.Stride];
            var squares = new float[pieces.Count];
            for (var index = 0; index < pieces.Count; index++)
            {
                var sum = sums.AsSpan(index * learnt.Stride, learnt.Stride);
                foreach (var row in pieces[index])
                {
                    var inverse = features.InverseDocumentFrequency(row);
                    squares[index] += inverse * inverse;
                    for (var category = 0; category < sum.Length; category++)
                    {
                        sum[category] += weights[(row * learnt.Stride) + category];
                    }
                }
            }

            return (sums, squares);
        }
    }
}
