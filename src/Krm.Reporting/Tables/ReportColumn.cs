namespace Krm.Reporting.Tables;

/// <summary>A column of a table.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Title">Its German title.</param>
public sealed record ReportColumn(string Id, string Title);
