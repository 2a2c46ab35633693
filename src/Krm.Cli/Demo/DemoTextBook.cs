using System.Text.Json;

namespace Krm.Cli.Demo;

/// <summary>The sentences, names and places from which the bundled backlog is made; all of them invented.</summary>
internal sealed record DemoTextBook
{
    private const string Resource = "Krm.Cli.Demo.demo-texts.json";

    /// <summary>Districts of the invented borough.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Street names.</summary>
    public IReadOnlyList<string> Streets { get; init; } = [];

    /// <summary>First names of invented citizens.</summary>
    public IReadOnlyList<string> FirstNames { get; init; } = [];

    /// <summary>Last names of invented citizens.</summary>
    public IReadOnlyList<string> LastNames { get; init; } = [];

    /// <summary>Openings of a letter.</summary>
    public IReadOnlyList<string> Greetings { get; init; } = [];

    /// <summary>What the citizen asks for.</summary>
    public IReadOnlyList<string> Demands { get; init; } = [];

    /// <summary>Closings of a letter.</summary>
    public IReadOnlyList<string> Closings { get; init; } = [];

    /// <summary>Sentences that say nothing about the category.</summary>
    public IReadOnlyList<string> Noise { get; init; } = [];

    /// <summary>First sentences of complaints that do not say what they are about.</summary>
    public IReadOnlyList<string> Vague { get; init; } = [];

    /// <summary>The categories.</summary>
    public IReadOnlyList<DemoCategory> Categories { get; init; } = [];

    /// <summary>Reasons why the procedure does not apply.</summary>
    public IReadOnlyList<DemoExclusion> Exclusions { get; init; } = [];

    /// <summary>Reads the embedded text book.</summary>
    public static DemoTextBook Load()
    {
        using var stream = typeof(DemoTextBook).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize(stream, DemoJsonContext.Default.DemoTextBook)!;
    }
}
