using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Krm.Cli.Batches;
using Krm.Cli.Tables;

namespace Krm.Cli.Commands;

/// <summary>The options of a command that turns one table into another.</summary>
internal sealed class TableOptions
{
    /// <summary>Options that may differ between an interrupted call and the one that continues it.</summary>
    private static readonly string[] Indifferent = ["--resume", "--fail-fast", CommonOptions.QuietName, "--lang", "de", "en"];

    private readonly Option<string> _input;
    private readonly Option<string> _output;
    private readonly Option<TableFormat?> _format;
    private readonly Option<bool> _resume;
    private readonly Option<bool> _failFast;

    public TableOptions(Command command, Language language)
    {
        _input = new("--input")
        {
            Description = language.Choose("Eingabe: .csv, .tsv, .jsonl oder -", "input: .csv, .tsv, .jsonl or -"),
            HelpName = "FILE",
            Required = true,
        };
        _output = new("--output")
        {
            Description = language.Choose("Ausgabe: .csv, .tsv, .jsonl oder -", "output: .csv, .tsv, .jsonl or -"),
            HelpName = "FILE",
            Required = true,
        };
        _format = CreateFormat(language);
        _resume = new("--resume")
        {
            Description = language.Choose("abgebrochenen Lauf fortsetzen", "continue an interrupted run"),
        };
        _failFast = new("--fail-fast")
        {
            Description = language.Choose("bei der ersten fehlerhaften Zeile aufhören", "stop at the first bad row"),
        };
        foreach (var option in new Option[] { _input, _output, _format, _resume, _failFast })
        {
            command.Add(option);
        }
    }

    /// <summary>The format of <c>-</c> and of files whose ending tells nothing.</summary>
    public static Option<TableFormat?> CreateFormat(Language language) => new("--format")
    {
        Description = language.Choose(
            "Format von - und von Dateien ohne bekannte Endung (sonst jsonl)",
            "format of - and of files without a known ending (else jsonl)"),
        HelpName = "csv|tsv|jsonl",
    };

    public BatchRequest Read(ParseResult arguments, Messages messages)
    {
        var format = arguments.GetValue(_format);
        return new BatchRequest(
            TableFile.From(arguments.GetRequiredValue(_input), format, messages),
            TableFile.From(arguments.GetRequiredValue(_output), format, messages),
            arguments.GetValue(_resume),
            arguments.GetValue(_failFast),
            Identify(arguments));
    }

    private static string Identify(ParseResult arguments)
    {
        var call = string.Join('\n', arguments.Tokens.Select(token => token.Value).Except(Indifferent));
        return "krm " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call)));
    }
}
