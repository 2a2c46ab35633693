namespace Krm.Cli.Demo;

/// <summary>One category of the bundled backlog: who answers, how often it occurs and what citizens write.</summary>
internal sealed record DemoCategory
{
    /// <summary>The name a clerk gives, also the label to be learnt.</summary>
    public string Name { get; init; } = "";

    /// <summary>The department in charge.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Relative frequency among all categories.</summary>
    public int Share { get; init; }

    /// <summary>Relative frequency from January to December, twelve values.</summary>
    public IReadOnlyList<int> Months { get; init; } = [];

    /// <summary>First sentences of complaints.</summary>
    public IReadOnlyList<string> Complaints { get; init; } = [];

    /// <summary>Sentences that go on with a complaint.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Sentences of suggestions.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Sentences of praise.</summary>
    public IReadOnlyList<string> Praise { get; init; } = [];
}
