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
