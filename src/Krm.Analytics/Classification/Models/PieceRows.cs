namespace Krm.Analytics.Classification.Models;

/// <summary>Pieces of words or borders that extend each other letter by letter; each row is the sum over a piece and all it extends.</summary>
/// <param name="Hashes">The pieces, strictly rising.</param>
/// <param name="Squares">The squared length of each sum, every piece for itself.</param>
/// <param name="Weights">The summed weights, the inverse document frequencies multiplied in.</param>
/// <remarks>So the longest known piece of a chain is all that has to be looked up.</remarks>
internal sealed record PieceRows(uint[] Hashes, ShortFloat[] Squares, PackedRows Weights)
{
    /// <summary>Number of pieces.</summary>
    public int Count => Hashes.Length;
}
