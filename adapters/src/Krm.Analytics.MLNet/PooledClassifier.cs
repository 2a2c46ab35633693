using Krm.Analytics.Classification;
using Microsoft.Extensions.ML;
using Microsoft.ML;

namespace Krm.Analytics.MLNet;

/// <summary>Asks the model a pool of prediction engines holds, also after the pool has read a newer one.</summary>
/// <remarks>Thread-safe. Each answer comes from one model; which one may change between two answers when the file changes.</remarks>
internal sealed class PooledClassifier<TData, TPrediction>(
    PredictionEnginePool<TData, TPrediction> pool, string modelName, MLNetClassifierOptions? options) : ITextClassifier
    where TData : class, new()
    where TPrediction : class, new()
{
    private readonly DataViewSchema _schema = new MLContext(seed: 0).Data.LoadFromEnumerable<TData>([]).Schema;
    private MLNetClassifier? _current;

    public IReadOnlyList<string> Categories => Current().Categories;

    public Prediction Classify(ReadOnlySpan<char> text) => Current().Classify(text);

    private MLNetClassifier Current()
    {
        var model = modelName.Length == 0 ? pool.GetModel() : pool.GetModel(modelName);
        var current = _current;
        if (current is null || !ReferenceEquals(current.Model, model))
        {
            _current = current = new MLNetClassifier(model, _schema, options);
        }

        return current;
    }
}
