namespace Krm.Rules.NRules.Facts;

/// <summary>A case that a rule set cannot decide: two rules match where the hit policy allows one.</summary>
/// <remarks>Appears in the session instead of a <see cref="DecidedCase"/>, so that one such case does not stop the others.</remarks>
public sealed class UndecidedCase
{
    internal UndecidedCase(CaseToDecide item, RuleConflictException conflict)
    {
        Case = item;
        Conflict = conflict;
    }

    /// <summary>The case.</summary>
    public CaseToDecide Case { get; }

    /// <summary>The table and the two rules.</summary>
    public RuleConflictException Conflict { get; }
}
