namespace Krm.Analytics.Evaluation;

/// <summary>Quality after learning from a number of cases.</summary>
/// <param name="CaseCount">Labelled cases learnt from.</param>
/// <param name="Accuracy">Share of held-out cases given their category, 0–1.</param>
/// <param name="MacroF1">Mean F1 over the categories, 0–1.</param>
public readonly record struct LearningCurvePoint(int CaseCount, double Accuracy, double MacroF1);
