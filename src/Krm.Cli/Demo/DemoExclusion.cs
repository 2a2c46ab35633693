namespace Krm.Cli.Demo;

/// <summary>A reason why the procedure does not apply, as facts of the case and in the words of a citizen.</summary>
internal sealed record DemoExclusion
{
    /// <summary>The kind that is excluded; null where another fact excludes the case.</summary>
    public string? Kind { get; init; }

    /// <summary>The procedure the case belongs to instead; null where another fact excludes the case.</summary>
    public string? Procedure { get; init; }

    /// <summary>The department that has a procedure of its own; null where another fact excludes the case.</summary>
    public string? Unit { get; init; }

    /// <summary>The sentence that stands in the letter.</summary>
    public string Text { get; init; } = "";
}
