namespace Krm.Analytics.Classification;

/// <summary>A category and how probable it is.</summary>
/// <param name="Category">The category's name.</param>
/// <param name="Probability">Calibrated probability, 0–1; over all categories of a model they add up to 1.</param>
public readonly record struct CategoryScore(string Category, double Probability);
