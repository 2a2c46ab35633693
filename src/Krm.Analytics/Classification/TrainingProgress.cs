namespace Krm.Analytics.Classification;

/// <summary>How far a training is.</summary>
/// <param name="Done">Share done, 0–1, never falling.</param>
public readonly record struct TrainingProgress(double Done);
