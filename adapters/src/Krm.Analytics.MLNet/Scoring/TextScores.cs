namespace Krm.Analytics.MLNet.Scoring;

/// <summary>What a model says about one text.</summary>
/// <param name="Probabilities">A probability a category, in the order of the categories, adding up to 1.</param>
/// <param name="IsUnknown">Whether the text says too little the model knows for the probabilities to mean anything.</param>
/// <param name="KnownShare">Share of the text's different words the model knows, 0–1; 1 if the model cannot tell.</param>
internal readonly record struct TextScores(float[] Probabilities, bool IsUnknown, double KnownShare);
