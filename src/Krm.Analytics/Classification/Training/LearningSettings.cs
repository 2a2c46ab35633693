namespace Krm.Analytics.Classification.Training;

/// <summary>What cross-validation chooses among.</summary>
/// <param name="Cost">Cost of a training error.</param>
/// <param name="Balance">How far rare categories are lifted, 0–1.</param>
/// <param name="CountingShare">Factor of the counted part (<see cref="NaiveBayes"/>) beside the separating planes.</param>
internal readonly record struct LearningSettings(double Cost, double Balance, double CountingShare = 0);
