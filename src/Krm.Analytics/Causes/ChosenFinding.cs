using Krm.Analytics.Causes.Patterns;

namespace Krm.Analytics.Causes;

/// <summary>A pattern of a cell that remains after the number of cells was corrected for.</summary>
/// <param name="Series">The cell.</param>
/// <param name="Finding">The pattern.</param>
/// <param name="QValue">The smallest false discovery rate at which it is chosen.</param>
internal sealed record ChosenFinding(CellSeries Series, PatternFinding Finding, double QValue)
{
    public CauseCell Cell => Series.Cell;

    /// <summary>Cases of the cell in a run of periods [start, end).</summary>
    public long CountIn(int start, int end)
    {
        var sum = 0L;
        foreach (var count in Series.Counts.AsSpan(start, end - start))
        {
            sum += count;
        }

        return sum;
    }
}
