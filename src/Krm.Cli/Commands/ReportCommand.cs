using System.CommandLine;
using Krm.Cli.Batches;
using Krm.Cli.MainJob;
using Krm.Cli.Measures;
using Krm.Reporting;
using Krm.Reporting.Tables;

namespace Krm.Cli.Commands;

/// <summary><c>krm report</c>: makes the report of a run again.</summary>
internal sealed class ReportCommand : CliCommand
{
    private readonly Option<string> _input;
    private readonly Option<string> _output;
    private readonly Option<string> _tables;
    private readonly ReportChoice _choice;
    private readonly MeasuresOption _measures;

    public ReportCommand(Language language)
        : base("report", language.Choose(
            "den anonymisierten Bericht aus den Ergebnissen eines Laufs",
            "the anonymised report from the results of a run"))
    {
        _input = AddOption<string>("--input", language.Choose("Verzeichnis eines Laufs", "directory of a run"), "DIR", isRequired: true);
        _output = AddOption<string>(
            "--output", language.Choose("HTML-Datei; mit der Endung .json alle Tabellen", "HTML file; ending in .json all tables"), "FILE", isRequired: true);
        _tables = AddOption<string>("--tables", language.Choose("Verzeichnis für alle Tabellen als CSV", "directory for all tables as CSV"), "DIR");
        _choice = new ReportChoice(this, language);
        _measures = new MeasuresOption(this, language);
        Examples =
        [
            "report --input out --output bericht.html",
            "report --input out --output beirat.html --preset yearly:2026 --recipient Beirat",
            "report --input out --output bauamt.json --unit Bauamt --tables tabellen",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var directory = arguments.GetRequiredValue(_input);
        var record = RunJsonReader.Read(Path.Combine(directory, ResultFiles.Run), context.Messages);
        record = record with { Measures = _measures.Read(arguments, record.By, context) ?? record.Measures };
        var data = DirectoryReport.Build(directory, record, _choice.Read(arguments, record, context), context);
        var output = arguments.GetRequiredValue(_output);
        if (arguments.GetValue(_tables) is { } tables)
        {
            WriteTables(data, tables, context);
        }

        OutputFile.Write(output, context.Messages, stream =>
        {
            if (output.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            {
                ReportJson.Write(data, stream);
            }
            else
            {
                HtmlReport.Write(data, stream);
            }
        });
        return ExitCodes.Done;
    }

    private static void WriteTables(ReportData data, string directory, CommandContext context)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new RefusalException(context.Messages.NotAccessible(directory));
        }

        foreach (var table in ReportTables.Of(data))
        {
            OutputFile.Write(Path.Combine(directory, table.Id + ".csv"), context.Messages, stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                ReportCsv.Write(table, writer);
            });
        }
    }
}
