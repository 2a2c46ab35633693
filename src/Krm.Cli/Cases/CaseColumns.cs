namespace Krm.Cli.Cases;

/// <summary>Which columns of a table describe a case.</summary>
/// <param name="Id">The column of the case id as the user named it, or null.</param>
/// <param name="Date">The column of the day of receipt.</param>
/// <param name="Closed">The column of the day of closing as the user named it, or null.</param>
/// <param name="FactColumns">Facts that come from columns of another name.</param>
internal sealed record CaseColumns(string? Id, string Date, string? Closed, IReadOnlyDictionary<string, string> FactColumns);
