namespace Krm.Analytics.Causes.Patterns;

/// <summary>Adds the comparison with comparable units to the analyses of cells.</summary>
internal static class ChronicCells
{
    private const double Interesting = 0.05;

    /// <summary>
    /// Units are comparable if they differ in one dimension only and have the same parent.
    /// </summary>
    /// <param name="analyses">What was found so far, to be added to.</param>
    /// <param name="tree">The cells.</param>
    /// <param name="patternsTested">How many patterns are tested in a cell, this one included.</param>
    public static void AddTo(CellAnalysis?[] analyses, CellTree tree, int patternsTested)
    {
        var groups = Enumerable.Range(0, analyses.Length)
            .Where(i => analyses[i] is not null && tree.Cells[i].Exposure is { } exposure && exposure.Sum() > 0)
            .GroupBy(i => (tree.Cells[i].Parent, tree.Cells[i].Dimensions));
        foreach (var group in groups)
        {
            var indexes = group.ToList();
            var (pValues, expected, dispersions) = ChronicTest.Test([.. indexes.Select(i => tree.Cells[i])]);
            for (var unit = 0; unit < indexes.Count; unit++)
            {
                if (!double.IsNaN(pValues[unit]))
                {
                    analyses[indexes[unit]] = Add(analyses[indexes[unit]]!, pValues[unit], expected[unit], dispersions[unit], patternsTested);
                }
            }
        }
    }

    private static CellAnalysis Add(CellAnalysis analysis, double pValue, double expected, double dispersion, int patternsTested)
    {
        var corrected = Math.Min(1, patternsTested * pValue);
        var findings = analysis.Findings.ToList();
        if (corrected <= Interesting)
        {
            findings.Add(new PatternFinding(
                CausePattern.Chronic, 0, analysis.Series.Counts.Length, corrected, analysis.Series.Total, expected, expected, dispersion));
        }

        var others = Math.Min(1, analysis.PValue * patternsTested / (patternsTested - 1));
        return analysis with { PValue = Math.Min(corrected, others), Findings = findings };
    }
}
