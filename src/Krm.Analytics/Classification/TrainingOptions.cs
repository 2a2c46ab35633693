using NodaTime;

namespace Krm.Analytics.Classification;

/// <summary>Settings of <see cref="TextClassifierTrainer"/>; the defaults suit German administrative text.</summary>
public sealed record TrainingOptions
{
    /// <summary>Seed of the folds and of the order of learning; the same seed gives the same bytes. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>Number of folds of the inner cross-validation, 2–20. Default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>
    /// Texts in which a word, word pair or fragment has to occur to enter the model, at least 2. Default 2. What fewer
    /// people wrote is dropped and cannot be read from the model.
    /// </summary>
    public int MinimumDocumentFrequency { get; init; } = 2;

    /// <summary>
    /// Most cases kept for learning, at least 100. Default 50,000. Of more cases a sample
    /// is drawn while they stream by (<see cref="StratifiedReservoir{T}"/>), so that memory does not grow with their number.
    /// </summary>
    public int MaximumCases { get; init; } = 50_000;

    /// <summary>
    /// Most characters of all kept cases together, at least 10,000. Default 12 million, about 45,000 texts of 40 words. Of
    /// more a sample is drawn, so that memory does not grow with the length of the texts: about 110 bytes a character while
    /// learning, less for longer texts.
    /// </summary>
    public long MaximumCharacters { get; init; } = 12_000_000;

    /// <summary>
    /// Most cases without category tried, at least 0. Default 5,000; of more a sample is drawn. 0 leaves them out. They are
    /// tried only beside at most 5,000 cases with category: guesses help where few carry one, beyond they cost time only.
    /// </summary>
    public int MaximumUnlabeledCases { get; init; } = 5_000;

    /// <summary>Day of training to note in the model; null (default) for none. The library asks no clock.</summary>
    public LocalDate? TrainedOn { get; init; }
}
