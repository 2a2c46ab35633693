namespace Krm.Cli.Cases;

/// <summary>Which columns of a table describe a case.</summary>
/// <param name="Id">The column of the case id as the user named it, or null.</param>
/// <param name="Date">The column of the day of receipt.</param>
/// <param name="Closed">The column of the day of closing as the user named it, or null.</param>
/// <param name="FactColumns">Facts that come from columns of another name.</param>
/// <param name="DoneColumns">Columns with the day on which a duty was done, by duty id.</param>
internal sealed record CaseColumns(
    string? Id, string Date, string? Closed, IReadOnlyDictionary<string, string> FactColumns, IReadOnlyDictionary<string, string> DoneColumns)
{
    /// <summary>The usual columns, nothing mapped.</summary>
    public static CaseColumns Usual { get; } = new(
        null, CaseOptions.DefaultDateColumn, CaseOptions.DefaultClosedColumn, new Dictionary<string, string>(), new Dictionary<string, string>());
}
