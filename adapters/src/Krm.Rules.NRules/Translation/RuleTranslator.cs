using System.Linq.Expressions;
using Krm.Rules.Conditions;
using Krm.Rules.NRules.Facts;
using NodaTime;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using Model = NRules.RuleModel;

namespace Krm.Rules.NRules.Translation;

/// <summary>Turns a rule set into rules of the canonical model of NRules.</summary>
/// <remarks>
/// Every rule matches on one fact. Hit policies become agenda priorities: under "first" and "priority" the winning rule has
/// the highest and takes the case away from the others; under "unique" and "collect" all fire, then the row "otherwise",
/// then the rule that closes the table.
/// </remarks>
internal sealed class RuleTranslator
{
    private const int StartPriority = -1;
    private const int ClosePriority = 0;
    private const int OtherwisePriority = 1;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly RuleSet _ruleSet;
    private readonly Model.RuleSet _result;

    private RuleTranslator(RuleSet ruleSet)
    {
        _ruleSet = ruleSet;
        _result = new Model.RuleSet($"{ruleSet.Id} {ruleSet.Version}");
    }

    public static IRuleSet Translate(RuleSet ruleSet)
    {
        var translator = new RuleTranslator(ruleSet);
        TableStep? step = null;
        foreach (var table in ruleSet.Tables.Reverse())
        {
            step = new TableStep(table, step);
            translator.AddTable(step);
        }

        translator.AddStart(step);
        return translator._result;
    }

    private void AddStart(TableStep? first)
    {
        var builder = CreateBuilder("Eingang", StartPriority);
        var item = Expression.Parameter(typeof(CaseToDecide), "item");
        var ruleSet = Expression.Property(Expression.Property(item, nameof(CaseToDecide.Facts)), nameof(CaseFacts.RuleSet));
        builder.Tag(RuleProperties.MovesOnTag);
        Match(builder, item, [Expression.ReferenceEqual(ruleSet, Expression.Constant(_ruleSet))]);
        Act(builder, nameof(CaseActions.Start), item, Expression.Constant(first, typeof(TableStep)));
        Add(builder);
    }

    private void AddTable(TableStep step)
    {
        var table = step.Table;
        var best = table.HitPolicy == HitPolicy.Priority ? table.Rules.OrderBy(rule => rule.Rank) : (IEnumerable<Rule>)table.Rules;
        var priority = OtherwisePriority + table.Rules.Count;
        foreach (var rule in best)
        {
            AddRule(step, rule, step.FiresAll ? OtherwisePriority + 1 : priority--);
        }

        if (table.Otherwise is { } otherwise)
        {
            AddRule(step, otherwise, OtherwisePriority);
        }

        var close = CreateBuilder($"{table.Name}: fertig", ClosePriority);
        close.Tag(RuleProperties.MovesOnTag);
        var item = Expression.Parameter(typeof(CaseAtTable), "item");
        Match(close, item, [IsAt(item, step)]);
        Act(close, nameof(CaseActions.Leave), item);
        Add(close);
    }

    private void AddRule(TableStep step, Rule rule, int priority)
    {
        var builder = CreateBuilder(rule.Id, priority);
        builder.Description($"{step.Table.Label}, Regel {rule.Id} ({rule.Citation})");
        builder.Tag(rule.Table);
        RuleProperties.Write(builder, rule);
        var asksForMissingMatch = rule.IsOtherwise && step.NotesMissingMatch;
        var item = Expression.Parameter(asksForMissingMatch ? typeof(CaseWithoutMatch) : typeof(CaseAtTable), "item");
        Match(builder, item, rule.IsOtherwise
            ? [IsAt(item, step)]
            : [IsAt(item, step), .. ConditionExpressions.Conjuncts(rule.When, item), .. Validity(rule, item)]);
        Act(
            builder,
            asksForMissingMatch ? nameof(CaseActions.FireOtherwise) : step.FiresAll ? nameof(CaseActions.FireBesideOthers) : nameof(CaseActions.FireOnly),
            item,
            Expression.Constant(rule));
        Add(builder);
    }

    private IEnumerable<Expression> Validity(Rule rule, ParameterExpression item)
    {
        var received = _ruleSet.Facts[0];
        var days = ValueSet.Range(DayOf(rule.ValidFrom) ?? long.MinValue + 1, DayOf(rule.ValidTo) ?? long.MaxValue).Intersect(received.Domain);
        return ConditionExpressions.Contains(received, days, item) is { } expression ? [expression] : [];
    }

    private static long? DayOf(LocalDate? date) => date is { } day ? Period.DaysBetween(Epoch, day) : null;

    private static BinaryExpression IsAt(ParameterExpression item, TableStep step) =>
        Expression.ReferenceEqual(Expression.Property(item, nameof(CaseAtTable.Step)), Expression.Constant(step));

    private RuleBuilder CreateBuilder(string name, int priority)
    {
        var builder = new RuleBuilder();
        builder.Name($"{_ruleSet.Id}: {name}");
        builder.Tag(_ruleSet.Id);
        builder.Priority(priority);
        return builder;
    }

    private static void Match(RuleBuilder builder, ParameterExpression item, IEnumerable<Expression> conditions)
    {
        var pattern = builder.LeftHandSide().Pattern(item.Type, item.Name);
        foreach (var condition in conditions)
        {
            pattern.Condition(Expression.Lambda(condition, item));
        }
    }

    private static void Act(RuleBuilder builder, string action, ParameterExpression item, params Expression[] arguments)
    {
        var context = Expression.Parameter(typeof(IContext), "context");
        var call = Expression.Call(typeof(CaseActions), action, null, [context, item, .. arguments]);
        builder.RightHandSide().Action(Expression.Lambda(call, context, item));
    }

    private void Add(RuleBuilder builder) => _result.Add([builder.Build()]);
}
