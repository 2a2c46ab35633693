using NodaTime;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace Krm.Rules.NRules;

/// <summary>The properties that translated rules carry in NRules: for logs, visualizers and listeners of the host.</summary>
/// <remarks>Beside them each rule has two tags: the identifier of its rule set and the name of its table.</remarks>
public static class RuleProperties
{
    /// <summary>The rule itself, of type <see cref="Rule"/>.</summary>
    public const string Rule = "Krm.Rule";

    /// <summary>Its identifier in the rule set.</summary>
    public const string RuleId = "Krm.RuleId";

    /// <summary>Where it is written, of type <see cref="Sources.Citation"/>.</summary>
    public const string Citation = "Krm.Citation";

    /// <summary>First day of receipt it counts for, of type <see cref="LocalDate"/>; absent for no beginning.</summary>
    public const string ValidFrom = "Krm.ValidFrom";

    /// <summary>Last day of receipt it counts for, of type <see cref="LocalDate"/>; absent for no end.</summary>
    public const string ValidTo = "Krm.ValidTo";

    /// <summary>The tag of translated rules that only move a case on and stand for no rule of the rule set.</summary>
    public const string MovesOnTag = "Krm.MovesOn";

    /// <summary>The rule of the rule set that a rule of NRules was made from; <c>null</c> for the host's own rules and those that only move cases on.</summary>
    /// <param name="definition">A rule as events and repositories of NRules show it.</param>
    public static Rule? GetKrmRule(this IRuleDefinition definition) =>
        Guard.NotNull(definition).Properties.TryGetProperty(Rule, out var property) ? (Rule)property.Value : null;

    internal static void Write(RuleBuilder builder, Rule rule)
    {
        builder.Property(Rule, rule);
        builder.Property(RuleId, rule.Id);
        builder.Property(Citation, rule.Citation);
        if (rule.ValidFrom is { } from)
        {
            builder.Property(ValidFrom, from);
        }

        if (rule.ValidTo is { } to)
        {
            builder.Property(ValidTo, to);
        }
    }
}
