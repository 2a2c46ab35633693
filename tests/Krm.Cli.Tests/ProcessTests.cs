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
    [InlineData("csv", "land,date,n\nBE,2026-12-24,1\n")]
    [InlineData("tsv", "land\tdate\tn\nBE\t2026-12-24\t1\n")]
    [InlineData("jsonl", """{"land":"BE","date":"2026-12-24","n":1}""")]
    public async Task Process_NamedPipe_IsReadLikeStandardInput(string format, string rows)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var input = _directory.PathTo("days." + format);
        await MakePipe(input);
        using var krm = Start("workdays", "--input", input, "--output", "-", "--format", "csv");
        await File.WriteAllTextAsync(input, rows).WaitAsync(Patience);

        var output = await krm.StandardOutput.ReadToEndAsync();
        await krm.WaitForExitAsync(new CancellationTokenSource(Patience).Token);

        Assert.Equal("land,date,n,add_result,count,is_working_day,error\nBE,2026-12-24,1,2026-12-28,,1,\n", output);
        Assert.Equal(ExitCodes.Done, krm.ExitCode);
    }

    [Fact]
    public async Task Process_NamedPipeToReadTwice_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var input = _directory.PathTo("backlog.csv");
        await MakePipe(input);
        using var krm = Start("run", "--input", input, "--output", _directory.PathTo("out"), "--ruleset", "harburg");
        using var pipe = await OpenPipe(input);
        var error = await krm.StandardError.ReadToEndAsync();
        await krm.WaitForExitAsync(new CancellationTokenSource(Patience).Token);

        Assert.Contains("eine gewöhnliche Datei", error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Refused, krm.ExitCode);
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

        // The last row is kept back until the end: however fast the batch, it cannot end before it is interrupted.
        var days = Days(400_000);
        var input = _directory.PathTo("days.csv");
        var output = _directory.PathTo("out.csv");
        string[] call = ["workdays", "--input", input, "--output", output];
        await MakePipe(input);
        using (var krm = Start(call))
        using (var pipe = await OpenPipe(input))
        {
            await pipe.WriteAsync(days.AsMemory(0, days.Length / 2));
            await WaitFor(() => _directory.Has("out.csv.resume") && new FileInfo(output + ".resume").Length > 80, krm);
            await Interrupt(krm);
            await WriteUntilClosed(pipe, days.AsMemory((days.Length / 2)..^12));
            await krm.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
            Assert.Equal(ExitCodes.Interrupted, krm.ExitCode);
        }

        File.Delete(input);
        _directory.Write("days.csv", days);
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
        // More than a block of rows, so that there is output, and less than a pipe holds, so that writing never waits.
        await krm.StandardInput.BaseStream.WriteAsync(Days(3_000));
        await krm.StandardInput.FlushAsync();
        await krm.StandardOutput.ReadAsync(new char[1]).AsTask().WaitAsync(Patience);
        await Interrupt(krm);
        await krm.WaitForExitAsync(new CancellationTokenSource(Patience).Token);

        Assert.Equal(ExitCodes.Interrupted, krm.ExitCode);
    }

    // SIGTERM takes the same way as Ctrl-C and reaches processes whose parent ignores SIGINT, as background jobs do.
    private static Task Interrupt(Process krm) => RunAsync("kill", "-TERM", krm.Id.ToString(CultureInfo.InvariantCulture));

    private static Task MakePipe(string path) => RunAsync("mkfifo", path);

    /// <summary>The writing end, once the process under test has opened the other one.</summary>
    private static Task<FileStream> OpenPipe(string path) =>
        Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read)).WaitAsync(Patience);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task WriteUntilClosed(FileStream pipe, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await pipe.WriteAsync(bytes).AsTask().WaitAsync(Patience);
        }
        catch (IOException)
        {
            // The interrupted process has closed its end.
        }
    }

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

    private static byte[] Days(int count)
    {
        var text = new StringBuilder("land,date,n\n");
        for (var row = 0; row < count; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"BY,20{10 + (row % 30):00}-{1 + (row % 12):00}-{1 + (row % 28):00},{row % 50}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
