using System.Diagnostics;

namespace Krm.Cli.Tests.Completion;

public sealed class CompletionCommandTests
{
    [Theory]
    [InlineData("bash", "complete -o default -F _krm_complete krm")]
    [InlineData("zsh", "#compdef krm")]
    [InlineData("fish", "complete -c krm")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName krm")]
    public void Completion_EachShell_GetsItsScript(string shell, string line)
    {
        var run = KrmRun.Of("completion", shell);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains(line, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Completion_UnknownShell_IsRefused() => Assert.Equal(ExitCodes.Refused, KrmRun.Of("completion", "cmd").ExitCode);

    [Theory]
    [InlineData("wor", "workdays")]
    [InlineData("plan --rules", "--ruleset")]
    [InlineData("plan --ruleset ", "harburg")]
    [InlineData("holidays --land ", "BY")]
    [InlineData("holidays --format ", "ics")]
    [InlineData("rules ", "check")]
    [InlineData("completion ", "fish")]
    public void Suggest_BeginningOfACall_OffersWhatFits(string line, string expected)
    {
        var run = KrmRun.Of($"[suggest:{line.Length}]", line);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains(expected, run.Output.Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Script_InBash_CompletesWithWhatKrmOffers()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // krm itself is stood in for, so that the script alone is tried: the line it hands over and what it makes of the answer.
        var script = KrmRun.Of("completion", "bash").Output + """
            krm() { printf '%s|%s' "$1" "$2" > "$KRM_ASKED"; printf 'harburg\nharz\nral\n'; }
            COMP_LINE='krm plan --ruleset har'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(krm plan --ruleset har); COMP_CWORD=3
            _krm_complete
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        var asked = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true };
            start.Environment["KRM_ASKED"] = asked;
            using var bash = Process.Start(start)!;
            await bash.StandardInput.WriteAsync(script);
            bash.StandardInput.Close();

            Assert.Equal("harburg\nharz\n", await bash.StandardOutput.ReadToEndAsync());
            Assert.Equal("[suggest:18]|plan --ruleset har", await File.ReadAllTextAsync(asked));
        }
        finally
        {
            File.Delete(asked);
        }
    }
}
