using NRules.Fluent;
using NRules.RuleModel;

namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>Rules in the C# of the host, as definitions.</summary>
internal static class HostRules
{
    public static IEnumerable<IRuleDefinition> Of<TRule>() => Of(typeof(TRule));

    public static IEnumerable<IRuleDefinition> Of(Type rule)
    {
        var repository = new RuleRepository();
        repository.Load(load => load.From(rule));
        IRuleDefinition[] rules = [.. repository.GetRuleSets().SelectMany(set => set.Rules)];
        return rules.Length > 0 ? rules : throw new ArgumentException($"NRules loads nothing from {rule.Name}; nested classes, for one, need NestedTypes().", nameof(rule));
    }
}
