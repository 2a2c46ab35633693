namespace Krm.Analytics.Classification;

/// <summary>A past case to learn from: its text and the category a clerk gave it.</summary>
/// <param name="Text">The text as the citizen wrote it.</param>
/// <param name="Category">The category; null or empty for a case nobody has sorted yet.</param>
public readonly record struct LabeledText(string Text, string? Category);
