using System.Numerics;
using Krm.Analytics.Causes.Events;
using Krm.Analytics.Causes.Patterns;
using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Analytics.Causes;

/// <summary>Finds recurring causes in counts of cases.</summary>
/// <remarks>
/// <para>
/// Every cell of the counts, from single values up to combinations of dimensions, is compared with its own course and with
/// the course of all other cases; the less surprising of the two decides. The p-value of a cell is a mid-p value corrected
/// for all windows and patterns looked at; over the cells the false discovery rate is controlled from the top of the tree
/// of dimensions down. Of findings that lie inside each other the most specific one that explains the others is kept.
/// </para>
/// <para>
/// Deterministic, immutable and thread-safe. Cost is linear in cells × periods. The course of all cases together is not a
/// finding as soon as there are dimensions: there is nothing to compare it with, and the report shows it.
/// </para>
/// </remarks>
public sealed class CauseDetector
{
    private readonly CauseDetectorOptions _options;

    /// <summary>Prepares a detector.</summary>
    /// <param name="options">How to look; <see cref="CauseDetectorOptions.Default"/> if left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public CauseDetector(CauseDetectorOptions? options = null)
    {
        _options = options ?? CauseDetectorOptions.Default;
        _options.Check();
    }

    /// <summary>Finds recurring causes.</summary>
    /// <param name="cube">The counts, by week or month.</param>
    /// <param name="asOf">
    /// The last day that is looked at (inclusive); periods that begin later are ignored. If left out, the end of the last
    /// period with cases.
    /// </param>
    /// <param name="texts">Anonymised texts of the cases, for terms and examples; may be left out.</param>
    /// <exception cref="ExposureGapException">The counts carry an exposure with a gap.</exception>
    /// <returns>The findings, the one with the most certain excess first; empty if nothing recurs more than chance explains.</returns>
    public IReadOnlyList<RecurringCause> Detect(CountCube cube, LocalDate? asOf = null, IReadOnlyList<CaseText>? texts = null)
    {
        ArgumentNullException.ThrowIfNull(cube);
        if (cube.First is not { } first)
        {
            return [];
        }

        var lastDay = asOf ?? cube.Last!.Value.End;
        var last = CountPeriod.Of(cube.Plan.Period, lastDay);
        if (last.Number - first.Number < 3)
        {
            return [];
        }

        var tree = CellTree.Build(cube, last, _options.MaximumDepth, _options.ValueOfNone);
        foreach (var cell in tree.Cells.Where(cell => cell.Exposure is not null))
        {
            PeriodExposure.FindExposed(cell.Exposure!, cell.Cell, tree.First);
        }

        var analyses = Analyze(tree, lastDay);
        var selection = new TreeSelection(
            [.. tree.Cells.Select(cell => cell.Parent)],
            [.. tree.Cells.Select(cell => BitOperations.Log2(cell.Dimensions | 1))],
            [.. analyses.Select(analysis => analysis?.PValue ?? double.NaN)],
            _options.FalseDiscoveryMethod);
        var chosen = Choose(analyses, selection.GetQValues(_options.FalseDiscoveryRate));
        var timeline = new Timeline(cube.Plan.Period, tree.First, tree.Length, lastDay);
        var describer = new CauseDescriber(cube.Plan, timeline, _options, texts ?? []);
        IReadOnlyList<RecurringCause> causes =
        [
            .. NestedFindings.Reduce(chosen)
                .Select(describer.Describe)
                .OrderByDescending(cause => cause.ExcessLow)
                .ThenBy(cause => cause.PValue)
                .ThenBy(cause => cause.Cell.ToString(), StringComparer.Ordinal)
                .ThenBy(cause => cause.From),
        ];
        return CauseIdentities.Assign(causes, _options.EarlierFindings);
    }

    private CellAnalysis?[] Analyze(CellTree tree, LocalDate lastDay)
    {
        // A single cell below all cases is all cases: then the series is compared with its own past alone.
        var hasOthers = tree.Cells.Count > 2;
        var setting = new AnalysisSetting(
            tree.Cells[0],
            hasOthers,
            PeriodExposure.WorkingDays(tree.First, tree.Length, lastDay, _options.Calendar),
            YearGrid.Create(tree.First, tree.Length),
            _options.MinimumCellSize,
            EventSchedule.Of(_options.Events, tree.First, tree.Length));
        setting = CellCourses.WithUsualVariation(setting, [.. tree.Cells.Skip(hasOthers ? 1 : 0)]);
        var analyses = tree.Cells.Select((cell, index) => index == 0 && hasOthers ? null : CellAnalyzer.Analyze(cell, setting)).ToArray();
        if (tree.Cells[0].Exposure is not null)
        {
            ChronicCells.AddTo(analyses, tree, setting.PatternsTested + 1);
        }

        return analyses;
    }

    /// <summary>
    /// The patterns of the chosen cells that are as surprising as the least surprising chosen cell, or as it would have had to be: what
    /// remains of a cell once its first pattern is explained is one more level of the tree.
    /// </summary>
    private List<ChosenFinding> Choose(CellAnalysis?[] analyses, double[] qValues)
    {
        var tested = analyses.Count(analysis => analysis is not null);
        var cells = Enumerable.Range(0, analyses.Length).Where(i => analyses[i] is not null && qValues[i] <= _options.FalseDiscoveryRate).ToList();
        var level = cells.Select(i => analyses[i]!.PValue).Append(_options.FalseDiscoveryRate * cells.Count / Math.Max(1, tested)).Max();
        return
        [
            .. from i in cells
               from finding in analyses[i]!.Findings
               where finding.PValue <= level
               select new ChosenFinding(analyses[i]!.Series, finding, Math.Max(qValues[i], finding.PValue)),
        ];
    }
}
