using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Tracing;

/// <summary>Conditions in German words.</summary>
internal static class ConditionText
{
    /// <summary>The facts of the case that a condition asks about: "Adressat = Bezirksamtsleitung, Kanal = Brief".</summary>
    public static string Describe(Condition condition, CasePlan plan) => string.Join(", ", condition.Facts
        .Distinct()
        .Select(fact => $"{fact.Label} = {fact.Format(ValueOf(fact, plan))}"));

    private static FactValue ValueOf(FactDeclaration fact, CasePlan plan) =>
        fact.IsResult ? plan.ResultOf(fact) : plan.Facts[fact];
}
