namespace Krm.Cli.Cases;

/// <summary>A fact without column that takes the default its rule set declares.</summary>
/// <param name="Name">The fact.</param>
/// <param name="Value">The default as people read it.</param>
internal sealed record DefaultedFact(string Name, string Value);
