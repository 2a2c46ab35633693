using System.Linq.Expressions;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;
using Krm.Rules.NRules.Facts;

namespace Krm.Rules.NRules.Translation;

/// <summary>Turns conditions of a rule set into expressions over one fact.</summary>
/// <remarks>
/// Parts that all have to hold become expressions of their own: NRules evaluates equal ones once for all rules. Alternatives
/// stay inside one expression, because a group "or" of NRules fires once for every alternative that holds. Negations are
/// pushed down to the values, so that "missing" means the same as in the built-in evaluator.
/// </remarks>
internal static class ConditionExpressions
{
    /// <summary>A set of at most so many ranges becomes comparisons; a larger one is searched.</summary>
    private const int MaximumComparedRanges = 3;

    /// <summary>The parts that all have to hold; empty if the condition always does.</summary>
    public static IEnumerable<Expression> Conjuncts(Condition condition, ParameterExpression item) => Conjuncts(condition, item, negated: false);

    /// <summary>Whether a fact has one of the values; <c>null</c> if it always has.</summary>
    public static Expression? Contains(FactDeclaration fact, ValueSet allowed, ParameterExpression item)
    {
        if (allowed.Equals(fact.Domain))
        {
            return null;
        }

        var code = Expression.Call(item, nameof(CaseAtTable.Code), null, Expression.Constant(fact.Index));
        if (allowed.IsEmpty || allowed.RangeCount > MaximumComparedRanges)
        {
            return Expression.Call(Expression.Constant(allowed), nameof(ValueSet.Contains), null, code);
        }

        var alternatives = Enumerable.Range(0, allowed.RangeCount).Select(index => InRange(code, allowed.GetRange(index)));
        return Any(allowed.IncludesMissing ? alternatives.Append(Expression.Equal(code, Expression.Constant(FactValue.MissingCode))) : alternatives);
    }

    private static IEnumerable<Expression> Conjuncts(Condition condition, ParameterExpression item, bool negated) => condition switch
    {
        NotCondition not => Conjuncts(not.Inner, item, !negated),
        AllCondition all when !negated => all.Parts.SelectMany(part => Conjuncts(part, item, negated)),
        AnyCondition any when negated => any.Parts.SelectMany(part => Conjuncts(part, item, negated)),
        AllCondition all => Alternatives(all.Parts, item, negated),
        AnyCondition any => Alternatives(any.Parts, item, negated),
        FactCondition { Fact: { } fact, Allowed: { } allowed } => One(Contains(fact, negated ? allowed.ComplementIn(fact.Domain) : allowed.Intersect(fact.Domain), item)),
        _ => throw new NotSupportedException($"Conditions of type {condition.GetType().Name} are unknown."),
    };

    private static IEnumerable<Expression> Alternatives(IReadOnlyList<Condition> parts, ParameterExpression item, bool negated)
    {
        var alternatives = parts.Select(part => Conjuncts(part, item, negated).ToArray()).ToArray();
        if (alternatives.Length == 0)
        {
            return [Never(item)];
        }

        return Array.Exists(alternatives, alternative => alternative.Length == 0)
            ? []
            : [Any(alternatives.Select(alternative => alternative.Aggregate(Expression.AndAlso)))];
    }

    private static IEnumerable<Expression> One(Expression? expression) => expression is null ? [] : [expression];

    private static Expression Any(IEnumerable<Expression> alternatives) => alternatives.Aggregate(Expression.OrElse);

    private static BinaryExpression InRange(Expression code, (long From, long To) range) => range.From == range.To
        ? Expression.Equal(code, Expression.Constant(range.From))
        : Expression.AndAlso(
            Expression.GreaterThanOrEqual(code, Expression.Constant(range.From)),
            Expression.LessThanOrEqual(code, Expression.Constant(range.To)));

    // A constant would not mention the fact, and NRules would take it for a condition between facts.
    private static MethodCallExpression Never(ParameterExpression item) =>
        Expression.Call(Expression.Constant(ValueSet.Empty), nameof(ValueSet.Contains), null, Expression.Call(item, nameof(CaseAtTable.Code), null, Expression.Constant(0)));
}
