namespace Krm.Reporting.Tables;

/// <summary>A table of the report as people and programs can read it.</summary>
/// <param name="Id">Its name for programs: small letters and hyphens.</param>
/// <param name="Title">Its German title.</param>
/// <param name="Columns">The columns; the first one names the rows.</param>
/// <param name="Rows">The rows, each as long as <paramref name="Columns"/>.</param>
public sealed record ReportTable(
    string Id, string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows);
