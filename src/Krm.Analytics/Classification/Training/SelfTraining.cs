namespace Krm.Analytics.Classification.Training;

/// <summary>Learns from texts without category too: what was learnt from the others guesses theirs, then both are learnt from.</summary>
/// <remarks>
/// Self-training: Yarowsky, Unsupervised Word Sense Disambiguation Rivaling Supervised Methods, ACL 1995. Guesses weigh a
/// fifth of a category that a person gave and are made anew once. Nothing is guessed from the labels of texts that are
/// held out, so that cross-validation can say whether it helps.
/// </remarks>
/// <param name="labeled">The texts over the features of those with category.</param>
/// <param name="all">The same texts over the features of all.</param>
/// <param name="chosen">Settings chosen for learning from those with category only.</param>
/// <param name="seed">Seed of the order of learning.</param>
/// <param name="cancellationToken">Stops between two sweeps.</param>
internal sealed class SelfTraining(TrainingData labeled, TrainingData all, ChosenSettings chosen, ulong seed, CancellationToken cancellationToken)
{
    private const int Rounds = 2;

    /// <summary>Learns from some of the labelled texts and all others.</summary>
    /// <param name="texts">Indices of the labelled texts.</param>
    public LinearWeights Learn(int[] texts)
    {
        var weights = Learn(labeled, labeled.Labels, texts);
        var rows = labeled.Rows;
        int[] learnt = [.. texts, .. Enumerable.Range(labeled.Labels.Length, rows.Count - labeled.Labels.Length)];
        for (var round = 0; round < Rounds; round++)
        {
            weights = Learn(all, [.. labeled.Labels, .. GuessFrom(rows, weights)], learnt);
            rows = all.Rows;
        }

        return weights;
    }

    private LinearWeights Learn(TrainingData data, int[] labels, int[] texts)
    {
        var learner = new EnsembleLearner(data, labels, seed);
        return learner.Learn(texts, learner.Emphasize(texts), chosen.Balance, cancellationToken);
    }

    private int[] GuessFrom(SparseRows rows, LinearWeights weights)
    {
        var guesses = new int[rows.Count - labeled.Labels.Length];
        var scores = new float[weights.Stride];
        for (var guess = 0; guess < guesses.Length; guess++)
        {
            var text = labeled.Labels.Length + guess;
            weights.Score(rows.IndicesOf(text), rows.ValuesOf(text), scores);
            for (var category = 0; category < chosen.Offsets.Length; category++)
            {
                scores[category] += chosen.Offsets[category];
            }

            guesses[guess] = ScoreCalibration.IndexOfMaximum(scores.AsSpan(0, chosen.Offsets.Length));
        }

        return guesses;
    }
}
