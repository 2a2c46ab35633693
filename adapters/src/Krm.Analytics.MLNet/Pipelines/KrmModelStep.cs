using System.Runtime.InteropServices;
using Krm.Analytics.Classification;
using Microsoft.ML.Transforms;

namespace Krm.Analytics.MLNet.Pipelines;

/// <summary>The step of a pipeline that asks Krm's classifier; ML.NET finds it by its contract when it reads a model file.</summary>
/// <remarks>Thread-safe. The classifier is in the row as text (<see cref="ModelText"/>) and read once a model, not once a row.</remarks>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class KrmModelStep : CustomMappingFactory<KrmModelInput, KrmModelOutput>
{
    /// <summary>The name under which model files know this step.</summary>
    public const string Contract = "Krm.Analytics.TextClassifier/1";

    private LoadedModel? _loaded;

    public override Action<KrmModelInput, KrmModelOutput> GetMapping() => Map;

    private void Map(KrmModelInput input, KrmModelOutput output)
    {
        var loaded = Load(input.KrmModel);
        var text = input.KrmText.Span;
        var probabilities = new float[loaded.Classifier.Categories.Count];
        var best = 0f;
        var category = loaded.Classifier.Categories[0];
        foreach (var score in loaded.Classifier.Rank(text))
        {
            var probability = (float)score.Probability;
            probabilities[loaded.Places[score.Category]] = probability;
            if (probability > best)
            {
                (best, category) = (probability, score.Category);
            }
        }

        output.KrmCategory = category.AsMemory();
        output.KrmScores = PackedScores.Pack(probabilities).AsMemory();
        output.IsAbstained = best < input.KrmThreshold || loaded.Classifier.Classify(text).IsAbstained;
    }

    private LoadedModel Load(ReadOnlyMemory<char> model)
    {
        // Several threads may read the same model at first; all of them get equal classifiers.
        var loaded = _loaded;
        if (loaded is null || !loaded.Source.Equals(model))
        {
            _loaded = loaded = new LoadedModel(model);
        }

        return loaded;
    }

    private sealed class LoadedModel
    {
        public LoadedModel(ReadOnlyMemory<char> source)
        {
            Source = source;
            Classifier = ModelText.Read(MemoryMarshal.TryGetString(source, out var text, out var start, out var length) && start == 0 && length == text.Length
                ? text
                : source.ToString());
            Places = Classifier.Categories.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        }

        /// <summary>The place in memory the model was read from: equal only to itself.</summary>
        public ReadOnlyMemory<char> Source { get; }

        /// <summary>The classifier without a threshold of its own: it abstains only from what it does not know.</summary>
        public TextClassifier Classifier { get; }

        public Dictionary<string, int> Places { get; }
    }
}
