using System.CommandLine;
using Krm.Cli.Commands;

namespace Krm.Cli.Cases;

/// <summary>The options that say which columns of a table describe a case.</summary>
internal sealed class CaseOptions
{
    public const string DefaultIdColumn = "id";
    public const string DefaultDateColumn = "received";
    public const string DefaultClosedColumn = "closed";

    private readonly Option<string?> _id;
    private readonly Option<string?> _date;
    private readonly Option<string?> _closed;
    private readonly Option<string[]> _map;

    public CaseOptions(Command command, Language language)
    {
        _id = new("--id")
        {
            Description = language.Choose("Spalte mit dem Zeichen des Vorgangs (sonst id, sonst die Zeilennummer)", "column with the case id (else id, else the row number)"),
            HelpName = "COL",
        };
        _date = new("--date")
        {
            Description = language.Choose("Spalte mit dem Tag des Eingangs (sonst received)", "column with the day of receipt (else received)"),
            HelpName = "COL",
        };
        _closed = new("--closed")
        {
            Description = language.Choose("Spalte mit dem Tag des Abschlusses (sonst closed, wenn vorhanden)", "column with the day of closing (else closed, if present)"),
            HelpName = "COL",
        };
        _map = new("--map")
        {
            Description = language.Choose("Tatsache des Regelwerks aus einer anders benannten Spalte", "fact of the rule set from a column of another name"),
            HelpName = "fact=column",
        };
        foreach (var option in new Option[] { _id, _date, _closed, _map })
        {
            command.Add(option);
        }
    }

    /// <summary>The columns named on the command line.</summary>
    /// <exception cref="RefusalException">A mapping is not of the form fact=column.</exception>
    public CaseColumns Read(ParseResult arguments, CommandContext context)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in arguments.GetValue(_map) ?? [])
        {
            var parts = entry.Split('=', 2);
            if (parts is not [{ Length: > 0 }, { Length: > 0 }] || !map.TryAdd(parts[0], parts[1]))
            {
                throw new RefusalException(context.Messages.NotAllowed(
                    "--map", $"„{entry}“", context.Language.Choose("Tatsache=Spalte, jede Tatsache einmal", "fact=column, each fact once")));
            }
        }

        return new CaseColumns(
            arguments.GetValue(_id), arguments.GetValue(_date) ?? DefaultDateColumn, arguments.GetValue(_closed), map);
    }
}
