namespace Krm.Rules.Tracing;

/// <summary>Why a rule fired for a case or did not.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="HasFired">Whether it fired.</param>
/// <param name="Checks">The facts the rule asks about; of several alternatives the one that fits best.</param>
/// <param name="HiddenBy">The rule that counted instead although this one fits too, or that excludes the case; <c>null</c> if none.</param>
public sealed record RuleExplanation(Rule Rule, bool HasFired, IReadOnlyList<FactCheck> Checks, Rule? HiddenBy)
{
    /// <summary>The facts that stopped the rule; empty if it fits.</summary>
    public IEnumerable<FactCheck> Obstacles => Checks.Where(check => !check.IsMet);

    /// <summary>The explanation as German sentences a clerk can file.</summary>
    public string ToGerman()
    {
        var source = $" ({Rule.Citation})";
        if (HasFired)
        {
            var facts = Checks.Select(check => $"{check.Fact.Label} ist {check.Actual}").ToArray();
            return $"Regel {Rule.Id}{source} gilt" + (facts.Length > 0 ? $", weil {German.And(facts)}." : Rule switch
            {
                { IsOfHost: true } => "; sie steht nicht im Regelwerk, sondern kommt aus dem Fachverfahren.",
                { IsOtherwise: true } => ", weil keine andere Regel der Tabelle zutrifft.",
                _ => " für jeden Vorgang.",
            });
        }

        if (Obstacles.Any())
        {
            return $"Regel {Rule.Id}{source} gilt nicht: " + string.Join("; ", Obstacles.Select(check => $"{check.Fact.Label} ist {check.Actual}, nötig wäre {check.Required}")) + ".";
        }

        return HiddenBy is { } other
            ? $"Regel {Rule.Id}{source} gilt nicht, weil die Regel {other.Id} ({other.Citation}) vorgeht."
            : $"Regel {Rule.Id}{source} gilt nicht, weil eine andere Regel der Tabelle zutrifft.";
    }
}
