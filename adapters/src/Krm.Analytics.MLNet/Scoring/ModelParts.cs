using Microsoft.ML;

namespace Krm.Analytics.MLNet.Scoring;

/// <summary>Looks into a model.</summary>
internal static class ModelParts
{
    /// <summary>The column of features the last predictor of a model reads; null if there is no predictor that says so.</summary>
    public static string? FindFeatureColumn(this ITransformer model) => model switch
    {
        ISingleFeaturePredictionTransformer<object> predictor => predictor.FeatureColumnName,
        IEnumerable<ITransformer> chain => chain.Reverse().Select(FindFeatureColumn).FirstOrDefault(name => name is not null),
        _ => null,
    };
}
