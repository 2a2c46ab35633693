using Krm.Analytics.Classification.Models;

namespace Krm.Analytics.Classification.Training;

/// <summary>The settings that did best, with what cross-validation saw.</summary>
/// <param name="Balance">How far rare categories are lifted while learning, 0–1.</param>
/// <param name="Offsets">Added to the score of each category.</param>
/// <param name="Scale">Turns scores into probabilities.</param>
/// <param name="Outcomes">How sure and how right the held-out answers were.</param>
/// <param name="Accuracy">Share sorted rightly.</param>
/// <param name="MacroF1">Mean F1 over the categories.</param>
internal sealed record ChosenSettings(
    double Balance,
    float[] Offsets,
    ScoreScale Scale,
    HeldOutOutcomes Outcomes,
    double Accuracy,
    double MacroF1);
