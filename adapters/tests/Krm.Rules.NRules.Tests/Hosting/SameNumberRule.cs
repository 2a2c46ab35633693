using Krm.Rules.NRules.Facts;

namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>A rule of the host that looks for another case of the same number: a join, for which NRules tries every pair.</summary>
public sealed class SameNumberRule : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        DecidedCase item = null!;
        DecidedCase other = null!;

        When().Match(() => item).Match(() => other, found => found.Facts.CaseId == item.Facts.CaseId, found => !ReferenceEquals(found, item));

        Then().Do(context => context.Insert(new AddedDuty(item, Tickets.Signature)));
    }
}
