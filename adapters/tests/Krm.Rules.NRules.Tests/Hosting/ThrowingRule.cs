using Krm.Rules.NRules.Facts;
using NRules.RuleModel;

namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>A rule of the host that fails for a negative amount.</summary>
public sealed class ThrowingRule : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        DecidedCase item = null!;

        When().Match(() => item, found => ((Ticket)found.Subject!).Amount < 0);

        Then().Do(context => Throw(context));
    }

    private static void Throw(IContext context) => throw new InvalidOperationException(context.Rule.Name);
}
