namespace Krm.Analytics.Evaluation;

/// <summary>A case whose true category is known, with what the classifier said.</summary>
/// <param name="Actual">The true category.</param>
/// <param name="Predicted">The category given.</param>
/// <param name="Confidence">The confidence of the prediction, 0–1.</param>
public readonly record struct EvaluatedCase(string Actual, string Predicted, double Confidence);
