namespace Krm.Analytics.Classification;

/// <summary>A word of a text that weighed for or against a category.</summary>
/// <param name="Start">Where it begins in the text, in characters.</param>
/// <param name="Length">How long it is, in characters.</param>
/// <param name="Weight">What it added to the log odds of the category; below 0 it spoke against.</param>
public readonly record struct WeighedWord(int Start, int Length, double Weight);
