namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>A rule with an or-group, both sides of which hold for a heavy parcel without label.</summary>
public sealed class HeavyOrLabelledRule : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        Parcel parcel = null!;

        When().Or(either => either
            .Match(() => parcel, found => found.Weight > 10)
            .Match(() => parcel, found => found.Weight > 5));

        Then().Do(_ => parcel.Label("schwer"));
    }
}
