namespace Krm.Analytics.Evaluation;

/// <summary>A measured figure with the interval it lies in with 95 % confidence.</summary>
/// <param name="Value">The figure on all cases.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
public readonly record struct ConfidenceInterval(double Value, double Low, double High);
