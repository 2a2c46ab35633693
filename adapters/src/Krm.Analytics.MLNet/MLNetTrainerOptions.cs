namespace Krm.Analytics.MLNet;

/// <summary>Settings of <see cref="MLNetTrainer"/>; the defaults suit short German texts.</summary>
public sealed record MLNetTrainerOptions
{
    /// <summary>How to learn. Default <see cref="MLNetAlgorithm.SdcaMaximumEntropy"/>.</summary>
    public MLNetAlgorithm Algorithm { get; init; }

    /// <summary>Seed of folds and of the order of learning. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>Parts of the cases in turn kept back to learn how far the scores can be trusted, 2–20. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Passes over the cases at most, 1–1,000; null (default) for 30 of maximum entropy and 10 of perceptrons, which learn mistakes by heart.</summary>
    public int? Iterations { get; init; }

    /// <summary>Weight of the L2 penalty of <see cref="MLNetAlgorithm.SdcaMaximumEntropy"/>, above 0. Default 1e-5.</summary>
    public float L2Regularization { get; init; } = 1e-5f;

    /// <summary>Name of the text column of the model. Default <c>Text</c>.</summary>
    public string TextColumn { get; init; } = "Text";
}
