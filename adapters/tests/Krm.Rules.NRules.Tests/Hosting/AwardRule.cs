using Krm.Rules.NRules.Facts;

namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>A rule of the host in its own C#: large amounts need another signature. It finds the ticket without a join.</summary>
public sealed class AwardRule : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        DecidedCase item = null!;

        When().Match(() => item, found => found.IsApplicable, found => ((Ticket)found.Subject!).Amount > 10_000);

        Then().Do(context => context.Insert(new AddedDuty(item, Tickets.Signature)));
    }
}
