using System.CommandLine;
using Krm.Cli.Commands;

namespace Krm.Cli.Completion;

/// <summary><c>krm completion</c>: the script by which a shell completes commands, options and their values.</summary>
internal sealed class CompletionCommand : CliCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = "krm.bash",
        ["zsh"] = "krm.zsh",
        ["fish"] = "krm.fish",
        ["powershell"] = "krm.ps1",
    };

    private readonly Argument<string> _shell;

    public CompletionCommand(Language language)
        : base("completion", language.Choose(
            "Skript für die Vervollständigung in der Shell ausgeben; seine zweite Zeile sagt, wohin damit",
            "print the completion script for a shell; its first lines say where to put it"))
    {
        _shell = new Argument<string>("shell") { Description = string.Join(", ", Scripts.Keys) };
        _shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Add(_shell);
        Examples =
        [
            "completion bash > ~/.local/share/bash-completion/completions/krm",
            "completion fish > ~/.config/fish/completions/krm.fish",
        ];
    }

    protected override int Execute(ParseResult arguments, CommandContext context)
    {
        using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream(Scripts[arguments.GetRequiredValue(_shell)])!;
        script.CopyTo(context.Console.StandardOutput);
        context.Console.StandardOutput.Flush();
        return ExitCodes.Done;
    }
}
