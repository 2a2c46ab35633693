using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes;

/// <summary>Counts carry an exposure, but a cell has none in a period between its first and its last.</summary>
/// <remarks>A period without cases still has an exposure: its row has to be there with the count 0.</remarks>
public sealed class ExposureGapException : Exception
{
    /// <summary>Names the first gap.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="period">The first period without an exposure above 0.</param>
    public ExposureGapException(CauseCell cell, CountPeriod period)
        : base($"The cell {cell} has no exposure above 0 in {period}. A period without cases needs its row as well, with the count 0.")
    {
        Cell = cell;
        Period = period;
    }

    /// <summary>The cell.</summary>
    public CauseCell Cell { get; }

    /// <summary>The first period without an exposure above 0.</summary>
    public CountPeriod Period { get; }
}
