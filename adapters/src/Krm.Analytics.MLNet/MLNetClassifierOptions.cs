using Krm.Analytics.Classification;

namespace Krm.Analytics.MLNet;

/// <summary>How to read a model of ML.NET; the defaults suit the models ML.NET's own multiclass trainers make.</summary>
public sealed record MLNetClassifierOptions
{
    /// <summary>Column that takes the text; null (default) if the model reads only one text column.</summary>
    public string? TextColumn { get; init; }

    /// <summary>Column of the scores. Default <c>Score</c>.</summary>
    public string ScoreColumn { get; init; } = "Score";

    /// <summary>
    /// Names of the categories in the order of the scores, for models that do not carry them; null (default) to read them
    /// from the model.
    /// </summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Confidence below which the classifier abstains, 0–1. Default <see cref="TextClassifier.DefaultThreshold"/>.</summary>
    public double Threshold { get; init; } = TextClassifier.DefaultThreshold;
}
