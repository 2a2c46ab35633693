using CaseDesk.Tests.Hosting;

namespace CaseDesk.Tests.Pages;

/// <summary>The same contract on both databases.</summary>
public sealed class DeskTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task Desk_Sqlite_KeepsItsContract()
    {
        using var folder = new TemporaryFolder();
        await DeskContract.CheckAsync($"Data Source={folder.File("desk.db")};Pooling=False", ModelSample.Write(folder.File("model.krm")));
    }

    [PostgresFact]
    public async Task Desk_PostgreSql_KeepsItsContract()
    {
        using var folder = new TemporaryFolder();
        await DeskContract.CheckAsync(postgres.ConnectionString, ModelSample.Write(folder.File("model.krm")));
    }
}
