using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Classification.Training;

/// <summary>Chooses cost and balance by stratified cross-validation: first the cost at half balance, then the balance.</summary>
internal sealed class ModelSelection
{
    private static readonly double[] Costs = [0.05, 0.1, 0.2, 0.4, 0.8];
    private static readonly double[] Balances = [0, 0.5, 0.75, 1];
    private const double FirstBalance = 0.5;

    private readonly TrainingData _data;
    private readonly TrainingOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly DualCoordinateDescent _learner;
    private readonly int[] _folds;

    public ModelSelection(TrainingData data, TrainingOptions options, CancellationToken cancellationToken)
    {
        _data = data;
        _options = options;
        _cancellationToken = cancellationToken;
        _learner = new DualCoordinateDescent(data.Rows, data.Labels, data.Categories.Length);
        _folds = DataSplits.StratifiedFolds([.. data.Labels.Select(label => data.Categories[label])], options.Folds, options.Seed);
    }

    public ChosenSettings Choose(Action<double> report)
    {
        var tried = 0;
        var total = Costs.Length + Balances.Length - 1;
        ChosenSettings? best = null;
        foreach (var settings in Costs.Select(cost => new LearningSettings(cost, FirstBalance)))
        {
            Try(settings);
        }

        var bestCost = best!.Settings.Cost;
        foreach (var balance in Balances.Where(balance => balance != FirstBalance))
        {
            Try(new LearningSettings(bestCost, balance));
        }

        return best;

        void Try(LearningSettings settings)
        {
            var result = CrossValidate(settings);
            if (best is null || result.Accuracy + result.MacroF1 > best.Accuracy + best.MacroF1)
            {
                best = result;
            }

            report((double)++tried / total);
        }
    }

    public LinearWeights LearnAll(LearningSettings settings)
    {
        var all = Enumerable.Range(0, _data.Rows.Count).ToArray();
        return _learner.Learn(all, settings.Cost, settings.Balance, (ulong)_options.Seed, _cancellationToken);
    }

    private ChosenSettings CrossValidate(LearningSettings settings)
    {
        var stride = _learner.Stride;
        var scores = new float[_data.Rows.Count * stride];
        Parallel.For(0, _options.Folds, new ParallelOptions { CancellationToken = _cancellationToken }, fold =>
        {
            var texts = Enumerable.Range(0, _folds.Length).Where(text => _folds[text] != fold).ToArray();
            var weights = _learner.Learn(texts, settings.Cost, settings.Balance, (ulong)_options.Seed, _cancellationToken);
            for (var text = 0; text < _folds.Length; text++)
            {
                if (_folds[text] == fold)
                {
                    weights.Score(_data.Rows.IndicesOf(text), _data.Rows.ValuesOf(text), scores.AsSpan(text * stride, stride));
                }
            }
        });
        var confusion = new ConfusionMatrix(_data.Categories);
        for (var text = 0; text < _folds.Length; text++)
        {
            confusion.Add(_data.Labels[text], ScoreCalibration.IndexOfMaximum(scores.AsSpan(text * stride, _data.Categories.Length)));
        }

        var steepness = ScoreCalibration.FitSteepness(scores, stride, _data.Labels, _data.Categories.Length);
        return new ChosenSettings(settings, steepness, confusion.Accuracy, confusion.MacroF1);
    }
}
