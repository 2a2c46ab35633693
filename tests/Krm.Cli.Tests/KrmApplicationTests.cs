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
    public void Run_HelpOfACommand_HasExamplesThatParse()
    {
        var root = Krm.Cli.Commands.KrmCommands.CreateRoot(Language.German);

        foreach (var command in root.Subcommands.OfType<Krm.Cli.Commands.CliCommand>())
        {
            var help = KrmRun.Of(command.Name, "--help").Output;
            Assert.All(command.Examples, example => Assert.Contains("krm " + example, help, StringComparison.Ordinal));
            Assert.All(command.Examples, example => Assert.Empty(root.Parse(example.Split(" <")[0]).Errors));
        }
    }

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
