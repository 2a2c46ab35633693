using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Classification.Training;

/// <summary>Chooses the settings by stratified cross-validation inside the training cases.</summary>
/// <remarks>
/// One after the other: the cost, then the balance, then the share of counting, then offsets of the categories, each kept
/// only if <see cref="SelectionCriterion"/> rises. The steepness and the confidence curve are fitted to the same held-out scores.
/// </remarks>
internal sealed class ModelSelection
{
    private static readonly double[] Costs = [0.1, 0.2, 0.4];
    private static readonly double[] Balances = [0.5, 0.75, 1];
    private static readonly double[] CountingShares = [0.2, 0.4];
    private const double FirstBalance = 0.75;

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
        _learner = new EnsembleLearner(data, (ulong)options.Seed);
        _folds = DataSplits.StratifiedFolds([.. data.Labels.Select(label => data.Categories[label])], options.Folds, options.Seed);
        _worth = SelectionCriterion.For(data.Labels, data.Categories.Length);
        _stride = LinearWeights.StrideFor(data.Categories.Length);
    }

    public ChosenSettings Choose(Action<double> report)
    {
        var steps = Costs.Length + Balances.Length + 1;
        var step = 0;
        var emphases = new float[_options.Folds][];
        var folds = _folds.Length > ManyTexts ? Math.Min(FoldsForManyTexts, _options.Folds) : _options.Folds;
        Candidate? best = null;
        foreach (var cost in Costs)
        {
            Try(new LearningSettings(cost, FirstBalance));
        }

        var bestCost = best!.Settings.Cost;
        foreach (var balance in Balances.Where(balance => balance != FirstBalance))
        {
            Try(new LearningSettings(bestCost, balance));
        }

        if (folds < _options.Folds)
        {
            folds = _options.Folds;
            var chosen = best.Settings;
            best = null;
            Try(chosen);
        }

        var planes = best!;
        var counts = HeldOutScores(folds, (fold, texts) => _learner.LearnCounts(texts));
        var unit = SpreadOf(planes.Scores) / Math.Max(SpreadOf(counts), 1e-6);
        foreach (var share in CountingShares)
        {
            Consider(planes.Settings with { CountingShare = share * unit }, Mix(planes.Scores, counts, (float)(share * unit)));
        }

        return Finish(best!);

        void Try(LearningSettings settings)
        {
            Consider(settings, HeldOutScores(
                folds,
                (fold, texts) => _learner.LearnPlanes(texts, emphases[fold] ??= _learner.Emphasize(texts), settings, _cancellationToken)));
            report((double)++step / steps);
        }

        void Consider(LearningSettings settings, float[] scores)
        {
            var candidate = new Candidate(settings, scores, _worth.Of(Judge(scores, folds)));
            best = best is null || candidate.Worth > best.Worth ? candidate : best;
        }
    }

    /// <summary>Learns from all cases with the chosen settings.</summary>
    public LinearWeights LearnAll(ChosenSettings chosen)
    {
        var all = Enumerable.Range(0, _data.Rows.Count).ToArray();
        var weights = _learner.LearnPlanes(all, _learner.Emphasize(all), chosen.Settings, _cancellationToken);
        if (chosen.Settings.CountingShare > 0)
        {
            weights.Add(_learner.LearnCounts(all), (float)chosen.Settings.CountingShare, []);
        }

        for (var category = 0; category < chosen.Offsets.Length; category++)
        {
            weights.Values[^(weights.Stride - category)] += chosen.Offsets[category];
        }

        return weights;
    }

    private ChosenSettings Finish(Candidate best)
    {
        var categoryCount = _data.Categories.Length;
        var offsets = new OffsetSearch(best.Scores, _stride, _data.Labels, _worth).Find((ulong)_options.Seed);
        var scores = (float[])best.Scores.Clone();
        for (var index = 0; index < scores.Length; index++)
        {
            scores[index] += index % _stride < categoryCount ? offsets[index % _stride] : 0;
        }

        var confusion = Judge(scores, _options.Folds);
        var steepness = ScoreCalibration.FitSteepness(scores, _stride, _data.Labels, categoryCount);
        var (curve, outcomes) = ScoreCalibration.FitCurve(scores, _stride, _data.Labels, categoryCount, steepness);
        return new ChosenSettings(best.Settings, offsets, steepness, curve, outcomes, confusion.Accuracy, confusion.MacroF1);
    }

    private float[] HeldOutScores(int folds, Func<int, int[], LinearWeights> learn)
    {
        var scores = new float[_data.Rows.Count * _stride];
        Parallel.For(0, folds, new ParallelOptions { CancellationToken = _cancellationToken }, fold =>
        {
            var weights = learn(fold, [.. Enumerable.Range(0, _folds.Length).Where(text => _folds[text] != fold)]);
            for (var text = 0; text < _folds.Length; text++)
            {
                if (_folds[text] == fold)
                {
                    weights.Score(_data.Rows.IndicesOf(text), _data.Rows.ValuesOf(text), scores.AsSpan(text * _stride, _stride));
                }
            }
        });
        return scores;
    }

    private ConfusionMatrix Judge(float[] scores, int folds)
    {
        var confusion = new ConfusionMatrix(_data.Categories);
        for (var text = 0; text < _folds.Length; text++)
        {
            if (_folds[text] < folds)
            {
                confusion.Add(_data.Labels[text], ScoreCalibration.IndexOfMaximum(scores.AsSpan(text * _stride, _data.Categories.Length)));
            }
        }

        return confusion;
    }

    /// <summary>Root mean square distance of a text's scores from their mean.</summary>
    private double SpreadOf(float[] scores)
    {
        var categoryCount = _data.Categories.Length;
        var squares = 0.0;
        for (var text = 0; text < _folds.Length; text++)
        {
            var row = scores.AsSpan(text * _stride, categoryCount);
            var mean = 0f;
            foreach (var score in row)
            {
                mean += score / categoryCount;
            }

            foreach (var score in row)
            {
                squares += (score - mean) * (score - mean);
            }
        }

        return Math.Sqrt(squares / _folds.Length / categoryCount);
    }

    private static float[] Mix(float[] planes, float[] counts, float share)
    {
        var mixed = new float[planes.Length];
        for (var index = 0; index < mixed.Length; index++)
        {
            mixed[index] = planes[index] + (share * counts[index]);
        }

        return mixed;
    }

    /// <summary>Settings with the scores of the texts that were not learnt from.</summary>
    private sealed record Candidate(LearningSettings Settings, float[] Scores, double Worth);
}
