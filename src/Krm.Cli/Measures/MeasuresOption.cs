using System.CommandLine;
using Krm.Analytics.Counting;
using Krm.Cli.Commands;

namespace Krm.Cli.Measures;

/// <summary>The option that names a table of measures.</summary>
internal sealed class MeasuresOption
{
    private readonly Option<string?> _file;

    public MeasuresOption(Command command, Language language)
    {
        _file = new("--measures")
        {
            Description = language.Choose(
                "Tabelle der Maßnahmen, deren Wirkung der Bericht zeigt: measure,date und Spalten aus --by",
                "table of measures whose effect the report shows: measure,date and columns of --by"),
            HelpName = "FILE",
        };
        command.Add(_file);
    }

    /// <summary>The measures; null where no table is named.</summary>
    /// <exception cref="RefusalException">The table is not readable.</exception>
    public IReadOnlyList<Measure>? Read(ParseResult arguments, CountPlan plan, CommandContext context) =>
        arguments.GetValue(_file) is { } file ? MeasuresReader.Read(file, plan, context) : null;
}
