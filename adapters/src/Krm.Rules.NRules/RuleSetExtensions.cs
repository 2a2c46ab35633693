using Krm.Rules.NRules.Translation;
using NRules.RuleModel;

namespace Krm.Rules.NRules;

/// <summary>Takes rule sets into NRules.</summary>
public static class RuleSetExtensions
{
    /// <summary>The rule set as rules of NRules, for a repository of the host beside the host's own rules.</summary>
    /// <remarks>
    /// In a session of the compiled repository each <see cref="Facts.CaseToDecide"/> of the rule set becomes a
    /// <see cref="Facts.DecidedCase"/>, or an <see cref="Facts.UndecidedCase"/> where two rules collide. Several rule sets
    /// can live in one repository. All rules have agenda priorities from -1 up; only their order among each other matters.
    /// </remarks>
    /// <param name="ruleSet">The rule set.</param>
    /// <example><code>
    /// var repository = new RuleRepository();
    /// repository.Load(rules => rules.From(typeof(AwardRule)));
    /// repository.Add(ShippedRuleSets.Get("harburg").ToNRules());
    /// var factory = repository.Compile();
    /// </code></example>
    public static IRuleSet ToNRules(this RuleSet ruleSet) => RuleTranslator.Translate(Guard.NotNull(ruleSet));
}
