namespace Krm.Analytics.Evaluation;

/// <summary>A case whose category is probably wrong.</summary>
/// <param name="Index">Place in the caller's list.</param>
/// <param name="Given">The category it carries.</param>
/// <param name="Suggested">The category the classifier would give.</param>
/// <param name="Confidence">Probability of <paramref name="Suggested"/>, 0–1.</param>
public readonly record struct SuspectLabel(int Index, string Given, string Suggested, double Confidence);
