using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CaseDesk.Tests.Hosting;

/// <summary>A PostgreSQL server of the test's own: on loopback, in a temporary folder, never as root.</summary>
public sealed class PostgresServer : IAsyncLifetime, IDisposable
{
    private const string User = "postgres";
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort();

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username={User};Database={User};Include Error Detail=false");

    private string Data => _folder.File("data");

    public async Task InitializeAsync()
    {
        if (Tools.PostgresPrograms is null)
        {
            return;
        }

        if (Environment.UserName == "root")
        {
            await RunAsync("chown", User, _folder.Path);
        }

        await RunAsUserAsync("initdb", "-D", Data, "-U", User, "--auth=trust", "-E", "UTF8", "--no-sync");
        await RunAsUserAsync(
            "pg_ctl", "-D", Data, "-w", "-l", _folder.File("log"),
            "-o", string.Create(CultureInfo.InvariantCulture, $"-p {_port} -c listen_addresses=127.0.0.1 -k {_folder.Path}"), "start");
    }

    public async Task DisposeAsync()
    {
        if (Directory.Exists(Data))
        {
            await RunAsUserAsync("pg_ctl", "-D", Data, "-m", "fast", "-w", "stop");
        }
    }

    public void Dispose() => _folder.Dispose();

    private static Task RunAsUserAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(Tools.PostgresPrograms!, program);
        return Environment.UserName == "root" ? RunAsync("runuser", ["-u", User, "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetTempPath() })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
