namespace Krm.Reporting;

/// <summary>Numbers of cases by two groupings, with totals; small numbers and those that would reveal them are withheld.</summary>
/// <remarks>
/// <see cref="Cells"/> has one list for each of <see cref="Rows"/>, each as long as <see cref="Columns"/>. A table whose
/// small numbers cannot be hidden otherwise is withheld as a whole: <see cref="IsWithheld"/> is set and it has no rows.
/// Immutable and thread-safe.
/// </remarks>
public sealed record CrossTable
{
    /// <summary>A table without rows and columns.</summary>
    public static CrossTable Empty { get; } = new();

    /// <summary>Names of the rows, in the order they are shown.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Names of the columns, in the order they are shown.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The numbers, first by row, then by column.</summary>
    public IReadOnlyList<IReadOnlyList<ReportCount>> Cells { get; init; } = [];

    /// <summary>The total of each row.</summary>
    public IReadOnlyList<ReportCount> RowTotals { get; init; } = [];

    /// <summary>The total of each column.</summary>
    public IReadOnlyList<ReportCount> ColumnTotals { get; init; } = [];

    /// <summary>The total of all cells.</summary>
    public ReportCount Total { get; init; }

    /// <summary>Whether the table holds too few cases to be shown.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Whether the table has nothing to show.</summary>
    public bool IsEmpty => Rows.Count == 0 || Columns.Count == 0;
}
