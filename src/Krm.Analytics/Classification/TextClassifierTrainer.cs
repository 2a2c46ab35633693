using Krm.Analytics.Classification.Training;

namespace Krm.Analytics.Classification;

/// <summary>Learns a <see cref="TextClassifier"/> from an authority's own past cases.</summary>
/// <remarks>
/// Chooses its settings by cross-validation inside the given cases, so nothing has to be tuned by hand. The same cases in
/// the same order with the same options give the same model, byte for byte, whatever the number of processors. Immutable and
/// thread-safe. Some thousand cases take seconds; see docs/classification.md for figures.
/// </remarks>
public sealed class TextClassifierTrainer
{
    private readonly TrainingOptions _options;

    /// <summary>Creates a trainer.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting outside its range.</exception>
    public TextClassifierTrainer(TrainingOptions? options = null)
    {
        _options = options ?? new TrainingOptions();
        if (_options.Folds is < 2 or > 20)
        {
            throw new ArgumentOutOfRangeException(nameof(options), _options.Folds, "Folds must be 2 to 20.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MinimumDocumentFrequency, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaximumCases, 100, nameof(options));
    }

    /// <summary>Learns from cases that carry a category; cases without one are skipped.</summary>
    /// <param name="cases">The past cases; read once.</param>
    /// <param name="progress">Told now and then how far the training is; null for nobody.</param>
    /// <param name="cancellationToken">Stops the training within a fraction of a second.</param>
    /// <returns>A classifier over all categories that occur, in ordinal order of their names.</returns>
    /// <exception cref="ArgumentException">Fewer than two categories, more than 1,000, or the name of one is longer than 1,000 bytes.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public TextClassifier Train(
        IEnumerable<LabeledText> cases,
        IProgress<TrainingProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var data = TrainingData.Collect(TrainingSample.Draw(cases, _options, cancellationToken), _options, cancellationToken);
        progress?.Report(new TrainingProgress(0.1));
        var selection = new ModelSelection(data, _options, cancellationToken);
        var chosen = selection.Choose(done => progress?.Report(new TrainingProgress(0.1 + (0.8 * done))));
        var weights = selection.LearnAll(chosen);
        progress?.Report(new TrainingProgress(1));
        return new TextClassifier(ModelAssembly.Build(data, chosen, weights, _options));
    }
}
