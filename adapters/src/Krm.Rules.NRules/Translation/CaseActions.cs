using Krm.Rules.NRules.Facts;
using NRules.RuleModel;

namespace Krm.Rules.NRules.Translation;

/// <summary>The right-hand sides: how a case moves from table to table when a rule fires.</summary>
internal static class CaseActions
{
    /// <summary>A case arrives at its first table.</summary>
    public static void Start(IContext context, CaseToDecide item, TableStep? first)
    {
        var facts = item.Facts.Values;
        var codes = new long[facts.Length + item.Facts.RuleSet.Tables.Count];
        for (var fact = 0; fact < facts.Length; fact++)
        {
            codes[fact] = facts[fact].Code;
        }

        Enter(context, new CaseInProgress(item, codes), first);
    }

    /// <summary>The first rule to fire ends its table.</summary>
    public static void FireOnly(IContext context, CaseAtTable item, Rule rule)
    {
        item.Fired.Add(rule.Index);
        Leave(context, item);
    }

    /// <summary>A rule fires beside others of its table.</summary>
    public static void FireBesideOthers(IContext context, CaseAtTable item, Rule rule)
    {
        item.Fired.Add(rule.Index);
        if (item.Fired.Count == 1 && item.WithoutMatch is { } withoutMatch)
        {
            context.Retract(withoutMatch);
        }
    }

    /// <summary>The row "otherwise" fires.</summary>
    public static void FireOtherwise(IContext context, CaseWithoutMatch item, Rule rule) => FireBesideOthers(context, item.Case, rule);

    /// <summary>A table is done: every rule that wanted to fire has.</summary>
    public static void Leave(IContext context, CaseAtTable item)
    {
        var (progress, step) = (item.Progress, item.Step);
        var rules = progress.Case.Facts.RuleSet.Rules;
        context.Retract(item);
        item.Fired.Sort();
        if (step.FindConflict(item.Fired, rules) is { } conflict)
        {
            context.Insert(new UndecidedCase(progress.Case, conflict));
            return;
        }

        progress.Fired.AddRange(item.Fired);
        var fired = item.Fired.Count > 0 ? rules[item.Fired[0]] : null;
        if (step.Table.Result is { } result)
        {
            progress.Codes[result.Index] = step.ResultOf(fired);
        }

        Enter(context, progress, TableStep.Excludes(fired) ? null : step.Next);
    }

    private static void Enter(IContext context, CaseInProgress progress, TableStep? step)
    {
        if (step is null)
        {
            context.Insert(new DecidedCase(progress.Case, [.. progress.Fired]));
            return;
        }

        var item = new CaseAtTable(progress, step);
        context.InsertAll(item.WithoutMatch is { } withoutMatch ? [item, withoutMatch] : [item]);
    }
}
