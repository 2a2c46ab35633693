namespace Krm.Analytics.Classification;

/// <summary>A piece of a text that weighed for or against a category.</summary>
/// <param name="Term">The piece, folded as the classifier reads it: "muell", or two words joined by a blank.</param>
/// <param name="Kind">Whether the word itself, its neighbourhood or its letters weighed.</param>
/// <param name="Start">Position of its first occurrence in the text, in characters.</param>
/// <param name="Length">Length of that occurrence, in characters.</param>
/// <param name="Weight">
/// What it added to the log odds of the category against the mean of the others; below 0 it spoke against. All pieces of a
/// text and <see cref="Explanation.Prior"/> add up to <see cref="Explanation.Score"/>.
/// </param>
public readonly record struct Evidence(string Term, EvidenceKind Kind, int Start, int Length, double Weight);
