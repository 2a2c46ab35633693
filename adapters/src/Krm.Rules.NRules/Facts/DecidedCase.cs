using Krm.Rules.Outcomes;

namespace Krm.Rules.NRules.Facts;

/// <summary>A case all tables of a rule set have been applied to: what the host's own rules match on.</summary>
/// <remarks>
/// Made by the rules of the rule set. It stays in the session until the host takes it out, also if the
/// <see cref="CaseToDecide"/> goes first. Equal by identity. Immutable and thread-safe.
/// </remarks>
public sealed class DecidedCase
{
    private readonly int[] _fired;

    internal DecidedCase(CaseToDecide item, int[] fired)
    {
        Case = item;
        _fired = fired;
    }

    /// <summary>The case.</summary>
    public CaseToDecide Case { get; }

    /// <summary>Its facts.</summary>
    public CaseFacts Facts => Case.Facts;

    /// <summary>The host's own object for the case; <c>null</c> if none was given.</summary>
    public object? Subject => Case.Subject;

    /// <summary>Positions in <see cref="RuleSet.Rules"/> of the rules that fired, ascending.</summary>
    public ReadOnlySpan<int> Fired => _fired;

    /// <summary>The rules that fired, in the order of their tables.</summary>
    public IReadOnlyList<Rule> FiredRules => Array.ConvertAll(_fired, index => Facts.RuleSet.Rules[index]);

    /// <summary>Whether the procedure applies to the case.</summary>
    public bool IsApplicable => !(OutcomeOf(TableKind.Scope) is ScopeOutcome { Applies: false });

    /// <summary>The priority; <c>null</c> if the procedure does not apply or no rule gives one.</summary>
    public string? Priority => (OutcomeOf(TableKind.Priority) as ResultOutcome)?.Value;

    /// <summary>Whether the rule set gives the case a duty of that identifier.</summary>
    public bool HasDuty(string id) => Array.Exists(_fired, index => Facts.RuleSet.Rules[index].Then is DutyOutcome duty && duty.Id == id);

    /// <summary>The result of a table of kind priority or decision; <c>null</c> if it gave none.</summary>
    /// <param name="table">Name of the table.</param>
    public string? ResultOf(string table)
    {
        foreach (var index in _fired)
        {
            if (Facts.RuleSet.Rules[index] is { Then: ResultOutcome result } rule && rule.Table == table)
            {
                return result.Value;
            }
        }

        return null;
    }

    private Outcome? OutcomeOf(TableKind kind)
    {
        foreach (var index in _fired)
        {
            var rule = Facts.RuleSet.Rules[index];
            foreach (var table in Facts.RuleSet.Tables)
            {
                if (table.Kind == kind && table.Name == rule.Table)
                {
                    return rule.Then;
                }
            }
        }

        return null;
    }
}
