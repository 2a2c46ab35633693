namespace Krm.Analytics.Evaluation;

/// <summary>How well one category is recognised.</summary>
/// <param name="Category">Name of the category.</param>
/// <param name="Support">Cases that belong to it.</param>
/// <param name="Predicted">Cases that were given it.</param>
/// <param name="Correct">Cases that belong to it and were given it.</param>
public sealed record CategoryResult(string Category, long Support, long Predicted, long Correct)
{
    /// <summary>Share of the cases given this category that belong to it, 0–1; 0 if none was given it.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Correct / Predicted;

    /// <summary>Share of the cases of this category that were given it, 0–1; 0 if there are none.</summary>
    public double Recall => Support == 0 ? 0 : (double)Correct / Support;

    /// <summary>Harmonic mean of precision and recall, 0–1.</summary>
    public double F1 => Support + Predicted == 0 ? 0 : 2.0 * Correct / (Support + Predicted);
}
