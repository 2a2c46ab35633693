using Krm.Analytics.Classification.Training;

namespace Krm.Analytics.Classification;

/// <summary>Learns a <see cref="MultiLabelTextClassifier"/> from cases that may belong to several categories.</summary>
/// <remarks>
/// One against the rest: a <see cref="TextClassifierTrainer"/> a category. The threshold of each category is the one of
/// highest F1 on a fifth of the cases that a first model has not seen; then the category is learnt from all cases. So it
/// takes twice as long as a training with one category a case, times the number of categories. The same cases in the same
/// order give the same bytes. Immutable and thread-safe.
/// </remarks>
public sealed class MultiLabelTextClassifierTrainer
{
    private readonly TrainingOptions _options;

    /// <summary>Creates a trainer.</summary>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting outside its range.</exception>
    public MultiLabelTextClassifierTrainer(TrainingOptions? options = null)
    {
        _options = options ?? new TrainingOptions();
        _ = new TextClassifierTrainer(_options);
    }

    /// <summary>Learns from cases; one without category belongs to none.</summary>
    /// <param name="cases">The past cases; read once, more than <see cref="TrainingOptions.MaximumCases"/> are sampled.</param>
    /// <param name="progress">Told now and then how far the training is; null for nobody.</param>
    /// <param name="cancellationToken">Stops the training within a fraction of a second.</param>
    /// <exception cref="ArgumentException">No category, more than 1,000, or one that every case belongs to.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public MultiLabelTextClassifier Train(
        IEnumerable<MultiLabeledText> cases, IProgress<TrainingProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var sample = Draw(cases, cancellationToken);
        var categories = sample.SelectMany(item => item.Categories).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        Guard(sample, categories);
        var thresholds = new List<CategoryThreshold>();
        var classifiers = new List<TextClassifier>();
        foreach (var (place, category) in categories.Index())
        {
            var labeled = sample.Select(item => new LabeledText(item.Text, item.Categories.Contains(category) ? MultiLabelTextClassifier.Applies : MultiLabelTextClassifier.DoesNotApply)).ToArray();
            thresholds.Add(new CategoryThreshold(category, ThresholdSearch.Find(labeled, _options, cancellationToken)));
            classifiers.Add(new TextClassifierTrainer(_options).Train(labeled, cancellationToken: cancellationToken));
            progress?.Report(new TrainingProgress((place + 1.0) / categories.Length));
        }

        return new MultiLabelTextClassifier(thresholds, classifiers);
    }

    /// <summary>Cases of the rarest of their categories compete with each other, so that no category is lost.</summary>
    private IReadOnlyList<MultiLabeledText> Draw(IEnumerable<MultiLabeledText> cases, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        var sample = new StratifiedReservoir<MultiLabeledText>(_options.MaximumCases, _options.MaximumCharacters, _options.Seed);
        foreach (var item in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var category in item.Categories)
            {
                seen[category] = seen.GetValueOrDefault(category) + 1;
            }

            var rarest = item.Categories.MinBy(category => seen[category]) ?? string.Empty;
            var text = TrainingSample.Cut(item.Text);
            sample.Add(rarest, text.Length, item with { Text = text });
        }

        return sample.Items;
    }

    private static void Guard(IReadOnlyList<MultiLabeledText> sample, string[] categories)
    {
        if (categories.Length is 0 or > ModelFiles.ModelFormat.MaximumCategories)
        {
            throw new ArgumentException($"The {sample.Count} cases carry {categories.Length} different categories, allowed are 1 to {ModelFiles.ModelFormat.MaximumCategories}. Is the right column read?", nameof(sample));
        }

        if (Array.Find(categories, category => sample.All(item => item.Categories.Contains(category))) is { } everywhere)
        {
            throw new ArgumentException($"Every case belongs to the category \"{everywhere}\": there is nothing to learn about it. Leave it out.", nameof(sample));
        }
    }
}
