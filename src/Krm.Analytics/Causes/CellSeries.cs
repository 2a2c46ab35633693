namespace Krm.Analytics.Causes;

/// <summary>The counts of one cell, period after period, and its place in the tree of cells.</summary>
internal sealed class CellSeries(CauseCell cell, uint dimensions, int parent, int length)
{
    /// <summary>What is counted.</summary>
    public CauseCell Cell { get; } = cell;

    /// <summary>Which dimensions the cell fixes, one bit each.</summary>
    public uint Dimensions { get; } = dimensions;

    /// <summary>Index of the cell without the last fixed dimension; -1 for the cell of all cases.</summary>
    public int Parent { get; } = parent;

    /// <summary>Cases in each period, oldest first.</summary>
    public int[] Counts { get; } = new int[length];

    /// <summary>Exposure in each period, or <see langword="null"/> if the plan has none.</summary>
    public double[]? Exposure { get; set; }

    /// <summary>Cases in all periods.</summary>
    public long Total { get; set; }
}
