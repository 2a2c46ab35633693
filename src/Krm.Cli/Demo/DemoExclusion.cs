namespace Krm.Cli.Demo;

/// <summary>A reason why the procedure does not apply, and how a citizen words it.</summary>
internal sealed record DemoExclusion
{
    /// <summary>Which exclusion of the rule set it is.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The sentence that stands in the letter.</summary>
    public string Text { get; init; } = "";
}
