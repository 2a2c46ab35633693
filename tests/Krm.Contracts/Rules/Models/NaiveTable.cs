namespace Krm.Contracts.Rules.Models;

/// <summary>What the naive interpreter saw at one table.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Matching">All rules whose condition holds, before the hit policy.</param>
/// <param name="Chosen">The rules that fire; <c>null</c> on a conflict.</param>
public sealed record NaiveTable(string Name, IReadOnlyList<string> Matching, IReadOnlyList<string>? Chosen);
