namespace Krm.Analytics.Classification.Models;

/// <summary>For each word the sum over its fragments, or for each pair over the pieces of its border, so that a known one needs one look-up only.</summary>
/// <param name="Squares">The squared length of each sum, every piece for itself.</param>
/// <param name="Weights">The summed weights.</param>
internal sealed record PieceSums(ShortFloat[] Squares, PackedRows Weights);
