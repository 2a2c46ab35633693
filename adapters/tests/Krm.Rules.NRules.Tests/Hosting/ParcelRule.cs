namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>A rule of the host that has nothing to do with cases.</summary>
public sealed class ParcelRule : global::NRules.Fluent.Dsl.Rule
{
    public override void Define()
    {
        Parcel parcel = null!;

        When().Match(() => parcel, found => found.Weight > 10);

        Then().Do(_ => parcel.Label("schwer"));
    }
}

/// <summary>Something else a host keeps in its sessions.</summary>
public sealed class Parcel(int weight)
{
    public int Weight { get; } = weight;

    public string Text { get; private set; } = "";

    public void Label(string text) => Text = text;
}
