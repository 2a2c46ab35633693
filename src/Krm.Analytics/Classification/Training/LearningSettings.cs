namespace Krm.Analytics.Classification.Training;

/// <summary>What cross-validation chooses among.</summary>
/// <param name="Cost">Cost of a training error.</param>
/// <param name="Balance">How far rare categories are lifted, 0–1.</param>
internal readonly record struct LearningSettings(double Cost, double Balance);
