using Krm.Analytics.Counting;
using Krm.Cli.Tables;

namespace Krm.Cli.MainJob;

/// <summary>The values by which a case is counted.</summary>
internal sealed class CaseValues
{
    /// <summary>Names the category a case has: the known one, else the one the classifier is sure of.</summary>
    public const string Category = "category";

    /// <summary>The same in German, as findings name it.</summary>
    public const string GermanCategory = "Sachgebiet";

    private readonly int[] _columns;
    private readonly int _label;

    /// <param name="header">The columns of the backlog.</param>
    /// <param name="plan">What is counted.</param>
    /// <param name="label">The column of the known category, or null.</param>
    /// <exception cref="RefusalException">A column to count by is missing.</exception>
    public CaseValues(TableHeader header, CountPlan plan, string? label)
    {
        _label = label is null ? -1 : header.Require(label);
        _columns = [.. plan.Dimensions.Select(name => IsCategory(name, label) ? -1 : header.Require(name))];
    }

    /// <summary>Whether a name to count by means the category rather than a column.</summary>
    public static bool IsCategory(string name, string? label) =>
        name != label && (name == Category || string.Equals(name, GermanCategory, StringComparison.OrdinalIgnoreCase));

    /// <param name="row">The row of the case.</param>
    /// <param name="predicted">The category the classifier is sure of, or null.</param>
    public string[] Of(TableRow row, string? predicted) =>
        Array.ConvertAll(_columns, column => column < 0 ? CategoryOf(row, predicted) : row[column]);

    private string CategoryOf(TableRow row, string? predicted) =>
        row[_label] is { Length: > 0 } known ? known : predicted ?? string.Empty;
}
