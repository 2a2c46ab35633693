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
    private readonly Option<string[]> _done;

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
        _done = new("--done")
        {
            Description = language.Choose("Spalte mit dem Tag, an dem eine Pflicht erledigt wurde", "column with the day on which a duty was done"),
            HelpName = "duty=column",
        };
        foreach (var option in new Option[] { _id, _date, _closed, _map, _done })
        {
            command.Add(option);
        }
    }

    /// <summary>The columns named on the command line.</summary>
    /// <exception cref="RefusalException">A mapping is not of the form name=column.</exception>
    public CaseColumns Read(ParseResult arguments, CommandContext context) => new(
        arguments.GetValue(_id),
        arguments.GetValue(_date) ?? DefaultDateColumn,
        arguments.GetValue(_closed),
        ReadPairs(arguments, _map, context.Language.Choose("Tatsache=Spalte, jede Tatsache einmal", "fact=column, each fact once"), context),
        ReadPairs(arguments, _done, context.Language.Choose("Pflicht=Spalte, jede Pflicht einmal", "duty=column, each duty once"), context));

    private static Dictionary<string, string> ReadPairs(ParseResult arguments, Option<string[]> option, string allowed, CommandContext context)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in arguments.GetValue(option) ?? [])
        {
            var parts = entry.Split('=', 2);
            if (parts is not [{ Length: > 0 }, { Length: > 0 }] || !pairs.TryAdd(parts[0], parts[1]))
            {
                throw new RefusalException(context.Messages.NotAllowed(option.Name, $"„{entry}“", allowed));
            }
        }

        return pairs;
    }
}
