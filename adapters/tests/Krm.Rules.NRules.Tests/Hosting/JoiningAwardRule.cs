using Krm.Rules.NRules.Facts;

namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>The same rule written with a join: NRules tries every case with every ticket.</summary>
public sealed class JoiningAwardRule : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        DecidedCase item = null!;
        Ticket ticket = null!;

        When().Match(() => item, found => found.IsApplicable)
            .Match(() => ticket, found => found.Number == item.Facts.CaseId, found => found.Amount > 10_000);

        Then().Do(context => context.Insert(new AddedDuty(item, Tickets.Signature)));
    }
}
