namespace Krm.Rules.Facts;

/// <summary>One value of a closed list: the name data carry and the German label people read.</summary>
/// <param name="Name">The value as it stands in tables and conditions.</param>
/// <param name="Label">What a person reads; equals the name unless given.</param>
public sealed record FactChoice(string Name, string Label);
