namespace Krm.Analytics.MLNet.Training;

/// <summary>How the scores of a model become probabilities that can be trusted.</summary>
/// <param name="Exponent">Exponent of the probabilities, or factor of margins: 1 / temperature.</param>
/// <param name="Doubt">Share of all cases that carry any category by chance, 0–1.</param>
internal readonly record struct ScoreCorrection(double Exponent, double Doubt);
