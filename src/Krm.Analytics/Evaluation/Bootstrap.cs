namespace Krm.Analytics.Evaluation;

/// <summary>How far figures would vary had other cases of the same kind come in: resampling with replacement.</summary>
/// <remarks>Percentile bootstrap (Efron, 1979). Pure and deterministic for a seed; costs resamples times cases.</remarks>
public static class Bootstrap
{
    private const double Tail = 0.025;

    /// <summary>The 95 % interval of the share of right answers.</summary>
    /// <param name="cases">The judged cases, at least one.</param>
    /// <param name="seed">Seed of the resampling.</param>
    /// <param name="resamples">Number of resamples, at least 100. Default 1,000.</param>
    /// <exception cref="ArgumentException">No case.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 100 resamples.</exception>
    public static ConfidenceInterval Accuracy(IReadOnlyList<EvaluatedCase> cases, int seed, int resamples = 1000) =>
        Interval(cases, matrix => matrix.Accuracy, seed, resamples);

    /// <summary>The 95 % interval of macro-F1.</summary>
    /// <inheritdoc cref="Accuracy"/>
    public static ConfidenceInterval MacroF1(IReadOnlyList<EvaluatedCase> cases, int seed, int resamples = 1000) =>
        Interval(cases, matrix => matrix.MacroF1, seed, resamples);

    private static ConfidenceInterval Interval(
        IReadOnlyList<EvaluatedCase> cases, Func<ConfusionMatrix, double> figure, int seed, int resamples)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 100);
        if (cases.Count == 0)
        {
            throw new ArgumentException("There is no case to resample.", nameof(cases));
        }

        var categories = cases.SelectMany(item => new[] { item.Actual, item.Predicted })
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var places = categories.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        var pairs = cases.Select(item => (Actual: places[item.Actual], Predicted: places[item.Predicted])).ToArray();
        var generator = new SeededGenerator((ulong)seed);
        var figures = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            figures[resample] = figure(Draw(categories, pairs, () => generator.Next(pairs.Length)));
        }

        Array.Sort(figures);
        var next = 0;
        return new ConfidenceInterval(
            figure(Draw(categories, pairs, () => next++)),
            figures[(int)(Tail * (resamples - 1))],
            figures[(int)Math.Ceiling((1 - Tail) * (resamples - 1))]);
    }

    private static ConfusionMatrix Draw(string[] categories, (int Actual, int Predicted)[] pairs, Func<int> choose)
    {
        var matrix = new ConfusionMatrix(categories);
        for (var count = 0; count < pairs.Length; count++)
        {
            var (actual, predicted) = pairs[choose()];
            matrix.Add(actual, predicted);
        }

        return matrix;
    }
}
