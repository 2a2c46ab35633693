namespace Krm.Cli.Tests;

public sealed class InkTests
{
    private static readonly Dictionary<string, string> Terminal = new() { ["TERM"] = "xterm-256color" };

    [Fact]
    public void Run_OnATerminal_PaintsHeadingsAndRefusals()
    {
        Assert.Contains("\e[1m", KrmRun.In(Terminal, true, "workdays", "--help").Output, StringComparison.Ordinal);
        Assert.Contains("\e[31m", KrmRun.In(Terminal, true, "nonsense").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM", "xterm", "NO_COLOR", "1", true)]
    [InlineData("TERM", "dumb", "", "", true)]
    [InlineData("TERM", "xterm", "", "", false)]
    public void Run_WhereNoColourIsWanted_PaintsNothing(string first, string firstValue, string second, string secondValue, bool isTerminal)
    {
        var variables = new Dictionary<string, string> { [first] = firstValue };
        variables[second] = secondValue;

        foreach (var call in new[] { new[] { "workdays", "--help" }, ["nonsense"], ["doctor"] })
        {
            var run = KrmRun.In(variables, isTerminal, call);
            Assert.DoesNotContain("\e[", run.Output + run.Error, StringComparison.Ordinal);
        }
    }
}
