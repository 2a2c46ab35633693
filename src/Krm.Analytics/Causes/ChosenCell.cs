namespace Krm.Analytics.Causes;

/// <summary>A cell that remains after the number of cells was corrected for.</summary>
/// <param name="Analysis">What was found in it.</param>
/// <param name="QValue">The smallest false discovery rate at which it is chosen.</param>
internal sealed record ChosenCell(CellAnalysis Analysis, double QValue)
{
    public CauseCell Cell => Analysis.Series.Cell;

    public WindowFinding Window => Analysis.Window;

    public long Observed => Window.Course.Observed(Window.Start, Window.End);

    public double Excess => Observed - Window.Course.Expected(Window.Start, Window.End);
}
