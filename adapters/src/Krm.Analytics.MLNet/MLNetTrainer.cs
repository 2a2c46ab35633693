using System.Diagnostics.CodeAnalysis;
using Krm.Analytics.Classification;
using Krm.Analytics.MLNet.Training;
using Microsoft.ML;

namespace Krm.Analytics.MLNet;

/// <summary>Learns a classifier of texts with ML.NET's own features and trainers, set up for German.</summary>
/// <remarks>
/// Words and fragments of one to five letters, weighted by TF-IDF, diacritics kept; one thread and a fixed seed, so the same cases in
/// the same order give the same answers. Confidences are corrected on cases kept back in turn (<see cref="MLNetTrainerOptions.Folds"/>),
/// which costs as many more trainings. Immutable and thread-safe.
/// </remarks>
[RequiresUnreferencedCode(TrimmingWarnings.Unreferenced)]
[RequiresDynamicCode(TrimmingWarnings.Dynamic)]
public sealed class MLNetTrainer
{
    private readonly MLNetTrainerOptions _options;

    /// <summary>Creates a trainer.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting outside its range.</exception>
    public MLNetTrainer(MLNetTrainerOptions? options = null)
    {
        _options = options ?? new MLNetTrainerOptions();
        Guard(_options.Folds is >= 2 and <= 20, nameof(options), _options.Folds, "Folds must be 2 to 20.");
        Guard(_options.Iterations is null or (>= 1 and <= 1000), nameof(options), _options.Iterations, "Iterations must be 1 to 1,000.");
        Guard(_options.L2Regularization is > 0 and < float.PositiveInfinity, nameof(options), _options.L2Regularization, "The L2 penalty must lie above 0.");
        Guard(Enum.IsDefined(_options.Algorithm), nameof(options), _options.Algorithm, "The algorithm is none of those listed.");
        ArgumentException.ThrowIfNullOrWhiteSpace(_options.TextColumn, nameof(options));
    }

    /// <summary>The steps from a text column and a <c>Label</c> column of key type to <c>Score</c> and <c>PredictedLabel</c>, for a host's own pipeline.</summary>
    /// <param name="context">The host's context; its seed decides the order of learning.</param>
    public IEstimator<ITransformer> CreatePipeline(MLContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return TextPipeline.Create(context, _options);
    }

    /// <summary>Learns from cases that carry a category; cases without one are skipped.</summary>
    /// <param name="cases">The past cases; read once and kept in memory.</param>
    /// <param name="cancellationToken">Stops between two of the inner trainings.</param>
    /// <returns>A classifier over all categories that occur, in the order in which they first occur.</returns>
    /// <exception cref="ArgumentException">Fewer than two categories.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public MLNetClassifier Train(IEnumerable<LabeledText> cases, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var labeled = cases.Where(item => !string.IsNullOrEmpty(item.Category)).ToArray();
        var categories = labeled.Select(item => item.Category!).Distinct(StringComparer.Ordinal).ToArray();
        return categories.Length >= 2
            ? new ModelTraining(_options, categories, cancellationToken).Train(labeled)
            : throw new ArgumentException($"The cases have {categories.Length} categories; at least two are needed.", nameof(cases));
    }

    private static void Guard(bool isValid, string name, object? value, string message)
    {
        if (!isValid)
        {
            throw new ArgumentOutOfRangeException(name, value, message);
        }
    }
}
