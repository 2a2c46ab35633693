using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CaseDesk.Tests.Hosting;

/// <summary>The case system as a process of its own, so that it can be killed like one.</summary>
internal sealed partial class DeskProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeskProcess(string connectionString, string[] settings)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "CaseDesk.dll"),
                "--urls", "http://127.0.0.1:0",
                "--contentroot", Path.Combine(Tools.Repository, "samples/CaseDesk"),
                "--ConnectionStrings:Cases", connectionString,
                .. settings,
            ])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.StartInfo.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public Uri Address => _address.Task.Result;

    /// <summary>Everything that was logged so far.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    public static async Task<DeskProcess> StartAsync(string connectionString, params string[] settings)
    {
        var desk = new DeskProcess(connectionString, settings);
        desk._process.Start();
        desk._process.BeginOutputReadLine();
        desk._process.BeginErrorReadLine();
        var ended = desk._process.WaitForExitAsync();
        var first = await Task.WhenAny(desk._address.Task, ended, Task.Delay(LongestStart));
        return first == desk._address.Task ? desk : throw new InvalidOperationException("The case system did not start:\n" + desk.Log);
    }

    public DeskClient CreateClient() => new(Address);

    /// <summary>Ends the process as a power cut would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_log)
        {
            _log.AppendLine(line);
        }

        if (ListeningOn().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex ListeningOn();
}
