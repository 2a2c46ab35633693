using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseDesk.Storage;

/// <summary>The database: SQLite in a file, or PostgreSQL where the connection string names a host.</summary>
/// <remarks>Both speak the same SQL here; days are stored as text (ISO 8601), which both compare rightly.</remarks>
public sealed class DeskDatabase : IAsyncDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS cases (
            id TEXT PRIMARY KEY, number BIGINT NOT NULL UNIQUE, received TEXT NOT NULL, facts TEXT NOT NULL,
            place TEXT NOT NULL, category TEXT NOT NULL, suggested INTEGER NOT NULL, text TEXT NOT NULL, closed TEXT,
            next_duty TEXT NOT NULL, next_due TEXT, version TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS cases_open ON cases (closed, next_due, number);
        CREATE TABLE IF NOT EXISTS completions (
            case_id TEXT NOT NULL REFERENCES cases (id), duty TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (case_id, duty));
        CREATE TABLE IF NOT EXISTS measures (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, day TEXT NOT NULL, cell TEXT NOT NULL);
        """;

    private readonly DbDataSource _source;
    private readonly bool _isSqlite;

    /// <param name="connectionString">"Data Source=…" for SQLite, "Host=…" for PostgreSQL.</param>
    public DeskDatabase(string connectionString)
    {
        _isSqlite = !connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        _source = _isSqlite
            ? SqliteFactory.Instance.CreateDataSource(connectionString)
            : NpgsqlDataSource.Create(connectionString);
    }

    /// <summary>Creates the tables where they are missing.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        if (_isSqlite)
        {
            // A log of changes lets readers go on while something is written; it survives a crash.
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL", [], cancellation);
        }

        await connection.ExecuteAsync(Schema, [], cancellation);
    }

    /// <summary>An open connection; the caller disposes of it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation);
        if (_isSqlite)
        {
            await connection.ExecuteAsync("PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON", [], cancellation);
        }

        return connection;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
