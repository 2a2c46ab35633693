using Krm.Analytics.Classification.Models;
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
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaximumCharacters, 10_000, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(_options.MaximumUnlabeledCases, nameof(options));
    }

    /// <summary>Learns from cases that carry a category, and from the texts of others where that helps.</summary>
    /// <remarks>
    /// Cases without category are tried within the bounds of <see cref="TrainingOptions.MaximumUnlabeledCases"/>: what was
    /// learnt from the others guesses theirs, and both are learnt from. It is done only if cross-validation over the cases
    /// with category says that it helps; then <see cref="ModelMetadata.UnlabeledTextCount"/> says how many were learnt from.
    /// </remarks>
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
        using var corpus = new TrainingCorpus(TrainingSample.Draw(cases, _options, cancellationToken), _options, cancellationToken);
        progress?.Report(new TrainingProgress(0.1));
        var selection = new ModelSelection(corpus.Labeled, _options, cancellationToken);
        var share = corpus.HasUnlabeled ? 0.3 : 0.8;
        var chosen = selection.Choose(done => progress?.Report(new TrainingProgress(0.1 + (share * done))));
        var content = (corpus.HasUnlabeled ? LearnFromAll(corpus, selection, chosen, cancellationToken) : null)
            ?? ModelAssembly.Build(corpus.Labeled, chosen, selection.LearnAll(chosen), _options);
        progress?.Report(new TrainingProgress(1));
        return new TextClassifier(content);
    }

    /// <summary>The model learnt from cases without category too; null if they do not help.</summary>
    private ModelContent? LearnFromAll(TrainingCorpus corpus, ModelSelection selection, ChosenSettings chosen, CancellationToken cancellationToken)
    {
        var (overLabeled, overAll) = corpus.IncludeUnlabeled(cancellationToken);
        var selfTraining = new SelfTraining(overLabeled, overAll, chosen, (ulong)_options.Seed, cancellationToken);
        var judged = selection.Judge(chosen.Balance, overAll.Rows, selfTraining.Learn);
        return selection.WorthOf(judged) > selection.WorthOf(chosen)
            ? ModelAssembly.Build(overAll, judged, selfTraining.Learn([.. Enumerable.Range(0, overAll.Labels.Length)]), _options)
            : null;
    }
}
