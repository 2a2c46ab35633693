namespace Krm.Rules.Validation;

/// <summary>What an analysis of a rule set found.</summary>
/// <param name="Findings">The findings, table by table.</param>
public sealed record RuleSetAnalysis(IReadOnlyList<RuleSetFinding> Findings)
{
    /// <summary>Whether nothing has to be mended.</summary>
    public bool IsSound => Findings.All(finding => !finding.IsDefect);
}
