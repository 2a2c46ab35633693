namespace Krm.Rules.Validation;

/// <summary>One finding of an analysis.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Name of the table, fact or parameter.</param>
/// <param name="Rules">The rules concerned; may be empty.</param>
/// <param name="Message">What is wrong, in German, with the facts that matter.</param>
/// <param name="Example">A whole case that shows it, as fact names and values; empty where a case shows nothing.</param>
public sealed record RuleSetFinding(
    FindingKind Kind, string Place, IReadOnlyList<string> Rules, string Message, IReadOnlyDictionary<string, string> Example)
{
    /// <summary>Whether the rule set has to be mended; unused facts and parameters are remarks.</summary>
    public bool IsDefect => Kind is not (FindingKind.UnusedFact or FindingKind.UnusedParameter);
}
