using CaseDesk.Tests.Hosting;

namespace CaseDesk.Tests.Pages;

/// <summary>One running case system for several tests.</summary>
public sealed class SharedDesk : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private DeskProcess? _process;

    internal DeskProcess Process => _process!;

    public async Task InitializeAsync() => _process = await DeskProcess.StartAsync(
        $"Data Source={_folder.File("desk.db")}", "--Krm:ModelFile", ModelSample.Write(_folder.File("model.krm")));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _process?.Dispose();
        _folder.Dispose();
    }
}
