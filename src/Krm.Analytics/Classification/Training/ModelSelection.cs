using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Classification.Training;

/// <summary>Chooses the settings by stratified cross-validation inside the training cases.</summary>
/// <remarks>
/// First how far rare categories are lifted while learning, then offsets of the categories, both by <see cref="SelectionCriterion"/>. The probabilities are
/// fitted to the same held-out scores.
/// </remarks>
internal sealed class ModelSelection
{
    private static readonly double[] Balances = [0.5, 1];

    // With more texts than this two folds tell settings apart well enough.
    private const int ManyTexts = 3000;
    private const int FoldsForManyTexts = 2;

    private readonly TrainingData _data;
    private readonly TrainingOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly EnsembleLearner _learner;
    private readonly int[] _folds;
    private readonly int _stride;
    private readonly SelectionCriterion _worth;

    public ModelSelection(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        _data = data;
        _options = options;
        _cancellationToken = cancellationToken;
        _learner = new EnsembleLearner(data, data.Labels, (ulong)options.Seed);
        _folds = DataSplits.StratifiedFolds([.. data.Labels.Select(label => data.Categories[label])], options.Folds, options.Seed);
        _worth = SelectionCriterion.For(data.Labels, data.Categories.Length);
        _stride = LinearWeights.StrideFor(data.Categories.Length);
    }

    public ChosenSettings Choose(Action<double> report)
    {
        var folds = _folds.Length > ManyTexts ? Math.Min(FoldsForManyTexts, _options.Folds) : _options.Folds;
        var steps = Balances.Length + (folds < _options.Folds ? 1 : 0);
        var step = 0;
        var emphases = new float[_options.Folds][];
        var (best, scores) = Balances
            .Select(balance => (Balance: balance, Scores: Try(balance)))
            .MaxBy(tried => OffsetsFor(tried.Scores, fold => fold < folds).FindShift().Worth);
        if (folds < _options.Folds)
        {
            folds = _options.Folds;
            scores = Try(best);
        }

        return Finish(best, scores);

        float[] Try(double balance)
        {
            var tried = HeldOutScores(
                _data.Rows, folds, (fold, texts) => _learner.Learn(texts, emphases[fold] ??= _learner.Emphasize(texts), balance, _cancellationToken));
            report((double)++step / steps);
            return tried;
        }
    }

    /// <summary>Learns from all labelled cases with the chosen settings.</summary>
    public LinearWeights LearnAll(ChosenSettings chosen)
    {
        var all = Enumerable.Range(0, _data.Labels.Length).ToArray();
        return _learner.Learn(all, _learner.Emphasize(all), chosen.Balance, _cancellationToken);
    }

    /// <summary>Settings of another way of learning, judged on the same folds.</summary>
    /// <param name="balance">How far rare categories are lifted.</param>
    /// <param name="rows">The texts as the other way sees them.</param>
    /// <param name="learn">Learns from the labels of some of the texts.</param>
    public ChosenSettings Judge(double balance, SparseRows rows, Func<int[], LinearWeights> learn) =>
        Finish(balance, HeldOutScores(rows, _options.Folds, (_, texts) => learn(texts)));

    /// <summary>What the selection makes as large as possible, as the chosen settings reached it on held-out texts.</summary>
    public double WorthOf(ChosenSettings chosen) => _worth.Of(chosen.Accuracy, chosen.MacroF1);

    private ChosenSettings Finish(double balance, float[] scores)
    {
        var categoryCount = _data.Categories.Length;
        var offsets = OffsetsFor(scores, _ => true).Find();
        AddOffsetsOfOthers(scores);
        var confusion = Judge(scores);
        var (scale, outcomes) = ScoreCalibration.Fit(scores, _stride, _data.Labels, categoryCount);
        return new ChosenSettings(balance, offsets, scale, outcomes, confusion.Accuracy, confusion.MacroF1);
    }

    private float[] HeldOutScores(SparseRows rows, int folds, Func<int, int[], LinearWeights> learn)
    {
        var scores = new float[_data.Labels.Length * _stride];
        Parallel.For(0, folds, new ParallelOptions { CancellationToken = _cancellationToken }, fold =>
        {
            var weights = learn(fold, [.. Enumerable.Range(0, _folds.Length).Where(text => _folds[text] != fold)]);
            for (var text = 0; text < _folds.Length; text++)
            {
                if (_folds[text] == fold)
                {
                    weights.Score(rows.IndicesOf(text), rows.ValuesOf(text), scores.AsSpan(text * _stride, _stride));
                }
            }
        });
        return scores;
    }

    /// <summary>Adds to each text the offsets that the other folds call for: those of all would flatter the texts they were chosen by.</summary>
    private void AddOffsetsOfOthers(float[] scores)
    {
        var offsets = new float[_options.Folds][];
        Parallel.For(0, _options.Folds, new ParallelOptions { CancellationToken = _cancellationToken }, held =>
            offsets[held] = OffsetsFor(scores, fold => fold != held).Find());
        for (var text = 0; text < _folds.Length; text++)
        {
            for (var category = 0; category < _data.Categories.Length; category++)
            {
                scores[(text * _stride) + category] += offsets[_folds[text]][category];
            }
        }
    }

    /// <summary>The search over the texts of some folds.</summary>
    private OffsetSearch OffsetsFor(float[] scores, Func<int, bool> isAsked)
    {
        var texts = Enumerable.Range(0, _folds.Length).Where(text => isAsked(_folds[text])).ToArray();
        var held = new float[texts.Length * _stride];
        for (var index = 0; index < texts.Length; index++)
        {
            scores.AsSpan(texts[index] * _stride, _stride).CopyTo(held.AsSpan(index * _stride));
        }

        return new OffsetSearch(held, _stride, [.. texts.Select(text => _data.Labels[text])], _worth);
    }

    private ConfusionMatrix Judge(float[] scores)
    {
        var confusion = new ConfusionMatrix(_data.Categories);
        for (var text = 0; text < _folds.Length; text++)
        {
            confusion.Add(_data.Labels[text], ScoreCalibration.IndexOfMaximum(scores.AsSpan(text * _stride, _data.Categories.Length)));
        }

        return confusion;
    }
}
