namespace Krm.Analytics.Classification;

/// <summary>From which probability on a category applies.</summary>
/// <param name="Category">The category's name.</param>
/// <param name="Threshold">The probability, 0–1.</param>
public readonly record struct CategoryThreshold(string Category, double Threshold);
