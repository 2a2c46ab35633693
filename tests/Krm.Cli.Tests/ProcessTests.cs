using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Krm.Cli.Tests;

/// <summary>What only a real process shows: exit codes, standard streams and signals.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Process_StandardStreams_CarryBytesAsTheyAre()
    {
        using var krm = Start("workdays", "--input", "-", "--output", "-", "--format", "csv");
        await krm.StandardInput.WriteAsync("land,date,n,ort\nBE,2026-12-24,1,Köln €\n");
        krm.StandardInput.Close();

        var output = await krm.StandardOutput.ReadToEndAsync();
        await krm.WaitForExitAsync(new CancellationTokenSource(Patience).Token);

        Assert.Equal("land,date,n,ort,add_result,count,is_working_day,error\nBE,2026-12-24,1,Köln €,2026-12-28,,1,\n", output);
        Assert.Equal(ExitCodes.Done, krm.ExitCode);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("plan")]
    [InlineData("plan", "--input", "/no/such/file.csv", "--output", "-", "--ruleset", "harburg")]
    public async Task Process_WrongUse_EndsWithTwoAndOneMessage(params string[] arguments)
    {
        using var krm = Start(arguments);
        var error = await krm.StandardError.ReadToEndAsync();
        await krm.WaitForExitAsync(new CancellationTokenSource(Patience).Token);

        Assert.Equal(ExitCodes.Refused, krm.ExitCode);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Process_Interrupted_EndsWith130AndResumesToTheSameBytes()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var input = WriteDays(400_000);
        var output = _directory.PathTo("out.csv");
        string[] call = ["workdays", "--input", input, "--output", output];
        using (var krm = Start(call))
        {
            await WaitFor(() => _directory.Has("out.csv.resume") && new FileInfo(output + ".resume").Length > 80, krm);
            using var kill = Interrupt(krm);
            await krm.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
            Assert.Equal(ExitCodes.Interrupted, krm.ExitCode);
        }

        Assert.False(_directory.Has("out.csv"));
        Assert.Equal(ExitCodes.Done, KrmRun.Of([.. call, "--resume", "--quiet"]).ExitCode);
        Assert.Equal(ExitCodes.Done, KrmRun.Of("workdays", "--input", input, "--output", _directory.PathTo("whole.csv")).ExitCode);
        Assert.Equal(File.ReadAllBytes(_directory.PathTo("whole.csv")), File.ReadAllBytes(output));
    }

    [Fact]
    public async Task Process_InterruptedWhileWaitingForInput_Ends()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var krm = Start("workdays", "--input", "-", "--output", "-", "--format", "csv");
        await krm.StandardInput.WriteAsync("land,date\n");
        await krm.StandardInput.FlushAsync();
        await Task.Delay(TimeSpan.FromSeconds(1));
        using var kill = Interrupt(krm);
        await krm.WaitForExitAsync(new CancellationTokenSource(Patience).Token);

        Assert.Equal(ExitCodes.Interrupted, krm.ExitCode);
    }

    // SIGTERM takes the same way as Ctrl-C and reaches processes whose parent ignores SIGINT, as background jobs do.
    private static Process Interrupt(Process krm) =>
        Process.Start("kill", ["-TERM", krm.Id.ToString(CultureInfo.InvariantCulture)]);

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "krm.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        return Process.Start(start)!;
    }

    private static async Task WaitFor(Func<bool> isReached, Process krm)
    {
        var clock = Stopwatch.StartNew();
        while (!isReached())
        {
            Assert.False(krm.HasExited, "The batch ended before it could be interrupted.");
            Assert.True(clock.Elapsed < Patience, "The batch did not start.");
            await Task.Delay(2);
        }
    }

    private string WriteDays(int count)
    {
        var text = new StringBuilder("land,date,n\n");
        for (var row = 0; row < count; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"BY,20{10 + (row % 30):00}-{1 + (row % 12):00}-{1 + (row % 28):00},{row % 50}\n");
        }

        return _directory.Write("days.csv", text.ToString());
    }
}
