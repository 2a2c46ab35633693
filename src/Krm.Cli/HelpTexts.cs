using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Krm.Cli.Commands;

namespace Krm.Cli;

/// <summary>Rounds off the help that the parser prints: examples, and German where the parser has only English.</summary>
internal sealed class HelpTexts : SynchronousCommandLineAction
{
    private const string DescriptionHeading = "Description:";
    private const string RequiredMark = "(REQUIRED)";

    private readonly SynchronousCommandLineAction _inner;
    private readonly Language _language;
    private readonly Ink _ink;

    private HelpTexts(SynchronousCommandLineAction inner, Language language, Ink ink)
    {
        _inner = inner;
        _language = language;
        _ink = ink;
    }

    public override bool ClearsParseErrors => true;

    /// <summary>Puts this help in the place of the parser's.</summary>
    public static void Apply(RootCommand root, Language language, Ink ink)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Description = language.Choose("Hilfe zeigen", "show help");
            if (option.Action is SynchronousCommandLineAction inner)
            {
                option.Action = new HelpTexts(inner, language, ink);
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        using var help = new StringWriter();
        parseResult.InvocationConfiguration.Output = help;
        var exitCode = _inner.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(PaintHeadings(help.ToString()
            .Replace(DescriptionHeading, _language.Choose("Zweck:", "Purpose:"), StringComparison.Ordinal)
            .Replace(RequiredMark, _language.Choose("(nötig)", "(required)").PadRight(RequiredMark.Length), StringComparison.Ordinal)));
        if (parseResult.CommandResult.Command is CliCommand { Examples: { Count: > 0 } examples })
        {
            output.WriteLine(_ink.Heading(_language.Choose("Beispiele:", "Examples:")));
            foreach (var example in examples)
            {
                output.WriteLine($"  krm {example}");
            }
        }

        return exitCode;
    }

    /// <summary>A heading is a line that begins at the margin and ends with a colon.</summary>
    private string PaintHeadings(string help) => !_ink.IsOn ? help : string.Join(
        '\n', help.Split('\n').Select(line => line.TrimEnd() is [not ' ', .., ':'] heading ? _ink.Heading(heading) : line));
}
