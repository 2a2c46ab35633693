using NodaTime;

namespace Krm.Analytics.Classification;

/// <summary>Where a model comes from and how well it did, kept inside the model file.</summary>
public sealed record ModelMetadata
{
    /// <summary>Fingerprint of the training data, 64 hexadecimal digits of SHA-256 over texts and categories in order.</summary>
    public required string DataFingerprint { get; init; }

    /// <summary>Day of training as the caller gave it; null if none was given.</summary>
    public LocalDate? TrainedOn { get; init; }

    /// <summary>Number of labelled texts learnt from.</summary>
    public required int TextCount { get; init; }

    /// <summary>Number of texts without category learnt from; 0 if there were none or they did not help.</summary>
    public required int UnlabeledTextCount { get; init; }

    /// <summary>Number of words, word pairs and fragments in the model.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>Different features that could not be told apart in the compact table.</summary>
    public required int CollisionCount { get; init; }

    /// <summary>Cost of a training error.</summary>
    public required double Cost { get; init; }

    /// <summary>How far rare categories were lifted while learning, 0 (not at all) to 1 (as if all were equally frequent), chosen by cross-validation.</summary>
    public required double Balance { get; init; }

    /// <summary>Share of texts sorted rightly in cross-validation, 0–1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean F1 over the categories in cross-validation, 0–1.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>Number of texts that frequencies were counted in.</summary>
    internal int CountedTexts => CountTexts(TextCount, UnlabeledTextCount);

    /// <summary>All texts together; held within bounds, as a file may say anything.</summary>
    internal static int CountTexts(int labeled, int unlabeled) => (int)Math.Min(int.MaxValue, (long)labeled + unlabeled);
}
