using Krm.Rules.NRules.Facts;

namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>The same rule with a linked fact: NRules takes the duty back when the case goes.</summary>
public sealed class LinkedAwardRule : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        DecidedCase item = null!;

        When().Match(() => item, found => found.IsApplicable);

        Then().Yield(_ => new AddedDuty(item, Tickets.Signature));
    }
}
