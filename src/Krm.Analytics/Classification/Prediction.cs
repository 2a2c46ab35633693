namespace Krm.Analytics.Classification;

/// <summary>What a classifier says about one text.</summary>
/// <param name="Category">The most probable category; one of <see cref="ITextClassifier.Categories"/>, also when abstained.</param>
/// <param name="Confidence">Its calibrated probability, 0–1: of all texts with .8, about 80 % are right. Never below <paramref name="SecondConfidence"/>.</param>
/// <param name="IsAbstained">Whether a person should decide: confidence below the threshold, or the text says nothing known.</param>
/// <param name="Second">The next most probable category; null if the model knows only one.</param>
/// <param name="SecondConfidence">The probability of <paramref name="Second"/>, 0–1; 0 if there is none.</param>
public readonly record struct Prediction(
    string Category,
    double Confidence,
    bool IsAbstained,
    string? Second,
    double SecondConfidence);
