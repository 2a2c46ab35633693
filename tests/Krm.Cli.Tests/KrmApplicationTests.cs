using System.CommandLine;
using Krm.Cli.Commands;

namespace Krm.Cli.Tests;

public sealed class KrmApplicationTests
{
    [Fact]
    public void Run_Help_ShowsCommandsInGerman()
    {
        var run = KrmRun.Of("--help");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("Verwaltung", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void Run_EnglishHelp_IsEnglish() =>
        Assert.Contains("administration", KrmRun.Of("--lang", "en", "--help").Output, StringComparison.Ordinal);

    [Fact]
    public void Run_HelpOfEveryCommand_HasExamplesThatParse()
    {
        var root = KrmCommands.CreateRoot(Language.German, Ink.None);

        foreach (var (path, command) in Commands(root, []))
        {
            var help = KrmRun.Of([.. path, "--help"]).Output;
            Assert.NotEmpty(command.Examples);
            Assert.All(command.Examples, example => Assert.Contains("krm " + example, help, StringComparison.Ordinal));
            Assert.All(command.Examples, example => Assert.Empty(root.Parse(example.Split(" <", 2)[0].Split(" >", 2)[0]).Errors));
        }
    }

    private static IEnumerable<(string[] Path, CliCommand Command)> Commands(Command parent, string[] path) =>
        parent.Subcommands.OfType<CliCommand>().SelectMany(command =>
            Commands(command, [.. path, command.Name]).Prepend(([.. path, command.Name], command)));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    [InlineData("--lang", "fr")]
    public void Run_WrongUsage_ReturnsTwoWithHint(params string[] arguments)
    {
        var run = KrmRun.Of(arguments);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
