using System.CommandLine;
using Krm.Cli.Batches;
using Krm.Cli.MainJob;

namespace Krm.Cli.Commands;

/// <summary><c>krm report</c>: makes the report of a run again.</summary>
internal sealed class ReportCommand : CliCommand
{
    private readonly Option<string> _input;
    private readonly Option<string> _output;

    public ReportCommand(Language language)
        : base("report", language.Choose(
            "den anonymisierten Bericht aus den Ergebnissen eines Laufs",
            "the anonymised report from the results of a run"))
    {
        _input = AddOption<string>("--input", language.Choose("Verzeichnis eines Laufs", "directory of a run"), "DIR", isRequired: true);
        _output = AddOption<string>("--output", language.Choose("HTML-Datei", "HTML file"), "FILE", isRequired: true);
        Examples =
        [
            "report --input out --output bericht.html",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        var directory = arguments.GetRequiredValue(_input);
        var record = RunJsonReader.Read(Path.Combine(directory, ResultFiles.Run), context.Messages);
        OutputFile.Write(
            arguments.GetRequiredValue(_output),
            context.Messages,
            stream => DirectoryReport.Write(directory, record, stream, context));
        return ExitCodes.Done;
    }
}
