namespace Krm.Analytics.Evaluation;

/// <summary>How right the classifier is on the cases it is surest of.</summary>
/// <param name="Coverage">Share of cases answered, 0–1, the surest first.</param>
/// <param name="Accuracy">Share of these that are right, 0–1.</param>
/// <param name="Threshold">Confidence of the least sure among them: the threshold that gives this coverage.</param>
public readonly record struct CoveragePoint(double Coverage, double Accuracy, double Threshold);
