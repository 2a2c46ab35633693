using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Cli.Commands;
using Krm.Cli.Tables;

namespace Krm.Cli.Measures;

/// <summary>Reads a table of measures: <c>measure,date</c> and any column the cases are counted by; an empty cell means all.</summary>
/// <remarks>All problems of the file are told at once.</remarks>
internal static class MeasuresReader
{
    private const string NameColumn = "measure";
    private const string DateColumn = "date";

    /// <param name="path">The file.</param>
    /// <param name="plan">What the cases are counted by.</param>
    /// <param name="context">The context of the command.</param>
    /// <exception cref="RefusalException">The file is not readable, or a row has no name or no day.</exception>
    public static IReadOnlyList<Measure> Read(string path, CountPlan plan, CommandContext context)
    {
        var messages = context.Messages;
        using var table = TableFile.From(path, null, messages).OpenRead(context.Console, messages);
        var name = TypedColumn.Required(table.Header, NameColumn, messages);
        var date = TypedColumn.Required(table.Header, DateColumn, messages);
        RefuseOtherColumns(table.Header, plan, messages);
        (string Dimension, TypedColumn Column)[] cells =
            [.. plan.Dimensions.Select(dimension => (dimension, TypedColumn.Optional(table.Header, dimension, messages)))];
        var measures = new List<Measure>();
        var problems = new ProblemList(messages);
        foreach (var row in table.ReadRows())
        {
            try
            {
                if ((row.Problem ?? (name.IsEmpty(row) ? name.NotAllowed(row, NameColumn).Message : null)) is { } problem)
                {
                    problems.Add(problem);
                    continue;
                }

                var coordinates = cells.Where(cell => !cell.Column.IsEmpty(row))
                    .Select(cell => KeyValuePair.Create(cell.Dimension, cell.Column.Text(row)));
                measures.Add(new Measure(name.Text(row), date.Date(row), new CauseCell(coordinates)));
            }
            catch (RowException exception)
            {
                problems.Add(exception.Message);
            }
        }

        problems.RefuseAny();
        return measures;
    }

    /// <summary>A mistyped column would silently turn a measure for one cell into one for all cases.</summary>
    private static void RefuseOtherColumns(TableHeader header, CountPlan plan, Messages messages)
    {
        string[] known = [NameColumn, DateColumn, .. plan.Dimensions];
        if (header.Names.FirstOrDefault(name => !known.Contains(name)) is { } other)
        {
            throw new RefusalException(messages.NotAllowed(header.File, $"„{other}“", string.Join(", ", known)));
        }
    }
}
