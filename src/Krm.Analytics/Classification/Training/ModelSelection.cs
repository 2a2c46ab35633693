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

    // Held-out texts enough to choose offsets and to fit probabilities by; what further folds would add does not pay.
    private const int EnoughHeldOut = 5000;

    private readonly TrainingData _data;
    private readonly TrainingOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly EnsembleLearner _learner;
    private readonly int[] _folds;
    private readonly SelectionCriterion _criterion;

    public ModelSelection(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        _data = data;
        _options = options;
        _cancellationToken = cancellationToken;
        _learner = new EnsembleLearner(data, data.Labels, (ulong)options.Seed);
        _folds = DataSplits.StratifiedFolds([.. data.Labels.Select(label => data.Categories[label])], options.Folds, options.Seed);
        _criterion = SelectionCriterion.For(data.Labels, data.Categories.Length);
    }

    public ChosenSettings Choose(Action<double> report)
    {
        var folds = _folds.Length > ManyTexts ? Math.Min(FoldsForManyTexts, _options.Folds) : _options.Folds;
        var isEnough = folds == _options.Folds || _folds.Count(fold => fold < folds) >= EnoughHeldOut;
        var steps = Balances.Length + (isEnough ? 0 : 1);
        var step = 0;
        var emphases = new float[_options.Folds][];
        var (best, held) = Balances
            .Select(balance => (Balance: balance, Held: Try(balance, folds)))
            .MaxBy(tried => tried.Held.BestWorth());
        return Finish(best, isEnough ? held : Try(best, _options.Folds));

        HeldOutScores Try(double balance, int foldCount)
        {
            var tried = HoldOut(
                _data.Rows, foldCount, (fold, texts) => _learner.Learn(texts, emphases[fold] ??= _learner.Emphasize(texts), balance, _cancellationToken));
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
        Finish(balance, HoldOut(rows, _options.Folds, (_, texts) => learn(texts)));

    /// <summary>What the selection makes as large as possible, as the chosen settings reached it on held-out texts.</summary>
    public double WorthOf(ChosenSettings chosen) => _criterion.Of(chosen.Accuracy, chosen.MacroF1);

    private ChosenSettings Finish(double balance, HeldOutScores held)
    {
        var shifted = held.AddOffsetsOfOtherFolds(_cancellationToken);
        var confusion = shifted.Judge(_data.Categories);
        var (scale, outcomes) = ScoreCalibration.Fit(shifted.Scores, shifted.Stride, shifted.Labels, _data.Categories.Length);
        return new ChosenSettings(balance, held.FindOffsets(), scale, outcomes, confusion.Accuracy, confusion.MacroF1);
    }

    /// <summary>Holds out one of the first folds after the other and learns from all other texts, those of the further folds too.</summary>
    private HeldOutScores HoldOut(SparseRows rows, int foldCount, Func<int, int[], LinearWeights> learn)
    {
        var texts = Enumerable.Range(0, _folds.Length).Where(text => _folds[text] < foldCount).ToArray();
        var stride = LinearWeights.StrideFor(_data.Categories.Length);
        var scores = new float[texts.Length * stride];
        Parallel.For(0, foldCount, new ParallelOptions { CancellationToken = _cancellationToken }, fold =>
        {
            var weights = learn(fold, [.. Enumerable.Range(0, _folds.Length).Where(text => _folds[text] != fold)]);
            for (var index = 0; index < texts.Length; index++)
            {
                var text = texts[index];
                if (_folds[text] == fold)
                {
                    weights.Score(rows.IndicesOf(text), rows.ValuesOf(text), scores.AsSpan(index * stride, stride));
                }
            }
        });
        return new HeldOutScores(
            scores, stride, [.. texts.Select(text => _data.Labels[text])], [.. texts.Select(text => _folds[text])], _criterion);
    }
}
