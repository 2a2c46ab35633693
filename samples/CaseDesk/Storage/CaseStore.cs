using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CaseDesk.Cases;
using NodaTime;

namespace CaseDesk.Storage;

/// <summary>Keeps cases and what was done for them.</summary>
public sealed class CaseStore(DeskDatabase database)
{
    private const string Columns = "id, number, received, facts, place, category, suggested, text, closed";
    private const int MostTries = 20;

    /// <summary>Stores a new case; a second call with the same id changes nothing.</summary>
    /// <remarks>The number is taken and stored in one statement; where another case was faster, it is tried again.</remarks>
    public async Task AddAsync(CaseRecord record, NextDuty next, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            await InsertAsync(connection, null, record, next, cancellation);
            if (await ExistsAsync(connection, record.Id, cancellation))
            {
                return;
            }
        }

        throw new InvalidOperationException("No free case number was found.");
    }

    /// <summary>Stores many cases with what was done for them, all or none.</summary>
    public Task AddAllAsync(
        IEnumerable<(CaseRecord Record, IReadOnlyList<Completion> Completions, NextDuty Next)> cases, CancellationToken cancellation) =>
        InTransactionAsync(
            async (connection, transaction) =>
            {
                foreach (var (record, completions, next) in cases)
                {
                    await InsertAsync(connection, transaction, record, next, cancellation);
                    foreach (var done in completions)
                    {
                        await InsertAsync(connection, transaction, record.Id, done, cancellation);
                    }
                }
            },
            cancellation);

    /// <summary>The case; null where there is none of this id.</summary>
    public async Task<CaseRecord?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var found = await connection.QueryAsync($"SELECT {Columns} FROM cases WHERE id = @id", [("id", id)], ReadCase, cancellation);
        return found.FirstOrDefault();
    }

    /// <summary>Open cases, the most urgent first.</summary>
    public async Task<IReadOnlyList<CaseRecord>> ListOpenAsync(int skip, int take, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT {Columns} FROM cases WHERE closed IS NULL ORDER BY next_due NULLS LAST, number LIMIT @take OFFSET @skip",
            [("take", take), ("skip", skip)],
            ReadCase,
            cancellation);
    }

    /// <summary>How many cases there are, and how many of them are open.</summary>
    public async Task<(long All, long Open)> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var counts = await connection.QueryAsync(
            "SELECT COUNT(*), COUNT(*) - COUNT(closed) FROM cases", [], reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellation);
        return counts[0];
    }

    /// <summary>All cases in the order of their numbers.</summary>
    public async Task<IReadOnlyList<CaseRecord>> ListAllAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync($"SELECT {Columns} FROM cases ORDER BY number", [], ReadCase, cancellation);
    }

    /// <summary>What was done for some cases, by the id of the case.</summary>
    public async Task<ILookup<string, Completion>> CompletionsOfAsync(IEnumerable<string> ids, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        (string Name, object? Value)[] values = [.. ids.Select((id, index) => ($"id{index}", (object?)id))];
        if (values.Length == 0)
        {
            return Array.Empty<string>().ToLookup(id => id, _ => default(Completion));
        }

        var rows = await connection.QueryAsync(
            $"SELECT case_id, duty, day FROM completions WHERE case_id IN ({string.Join(", ", values.Select(value => "@" + value.Name))})",
            values,
            reader => (Id: reader.GetString(0), Done: new Completion(reader.GetString(1), Days.Read(reader.GetString(2)))),
            cancellation);
        return rows.ToLookup(row => row.Id, row => row.Done);
    }

    /// <summary>Notes that a duty was done and what is next, both or neither.</summary>
    public Task CompleteAsync(string id, Completion done, NextDuty next, CancellationToken cancellation) => InTransactionAsync(
        async (connection, transaction) =>
        {
            await InsertAsync(connection, transaction, id, done, cancellation);
            await SetNextAsync(connection, transaction, id, next, cancellation);
        },
        cancellation);

    /// <summary>Notes the day on which a case was closed.</summary>
    public async Task CloseAsync(string id, LocalDate day, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            "UPDATE cases SET closed = @day WHERE id = @id AND closed IS NULL", [("id", id), ("day", Days.Write(day))], cancellation);
    }

    /// <summary>Notes what is next, worked out anew.</summary>
    public async Task SetNextAsync(string id, NextDuty next, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await SetNextAsync(connection, null, id, next, cancellation);
    }

    /// <summary>Open cases whose next duty was worked out with another version of the data.</summary>
    /// <remarks>Read in portions, so that the caller may change each as it comes.</remarks>
    public async IAsyncEnumerable<(CaseRecord Record, IReadOnlyList<Completion> Completions)> ListStaleAsync(
        string version, int portion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var last = 0L; ;)
        {
            await using var connection = await database.OpenAsync(cancellation);
            var rows = await connection.QueryAsync(
                $"SELECT {Columns} FROM cases WHERE closed IS NULL AND version <> @version AND number > @last ORDER BY number LIMIT @take",
                [("version", version), ("last", last), ("take", portion)],
                ReadCase,
                cancellation);
            if (rows.Count == 0)
            {
                yield break;
            }

            var completions = await CompletionsOfAsync(rows.Select(row => row.Id), cancellation);
            foreach (var row in rows)
            {
                yield return (row, [.. completions[row.Id]]);
            }

            last = rows[^1].Number;
        }
    }

    private static Task<int> InsertAsync(
        DbConnection connection, DbTransaction? transaction, CaseRecord record, NextDuty next, CancellationToken cancellation) => connection.ExecuteAsync(
            """
            INSERT INTO cases (id, number, received, facts, place, category, suggested, text, closed, next_duty, next_due, version)
            SELECT @id, COALESCE(MAX(number), 0) + 1, @received, @facts, @place, @category, @suggested, @text, @closed, @duty, @due, @version
            FROM cases WHERE true
            ON CONFLICT DO NOTHING
            """,
            [
                ("id", record.Id), ("received", Days.Write(record.Received)), ("facts", JsonSerializer.Serialize(record.Facts)),
                ("place", record.Place), ("category", record.Category), ("suggested", record.IsSuggested ? 1 : 0),
                ("text", record.Text), ("closed", Days.Write(record.Closed)), .. Values(next),
            ],
            cancellation,
            transaction);

    private static Task<int> InsertAsync(
        DbConnection connection, DbTransaction transaction, string id, Completion done, CancellationToken cancellation) => connection.ExecuteAsync(
            "INSERT INTO completions (case_id, duty, day) VALUES (@id, @name, @day) ON CONFLICT (case_id, duty) DO NOTHING",
            [("id", id), ("name", done.Duty), ("day", Days.Write(done.Day))],
            cancellation,
            transaction);

    private static Task<int> SetNextAsync(
        DbConnection connection, DbTransaction? transaction, string id, NextDuty next, CancellationToken cancellation) => connection.ExecuteAsync(
            "UPDATE cases SET next_duty = @duty, next_due = @due, version = @version WHERE id = @id",
            [("id", id), .. Values(next)],
            cancellation,
            transaction);

    private async Task InTransactionAsync(Func<DbConnection, DbTransaction, Task> work, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await work(connection, transaction);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task<bool> ExistsAsync(DbConnection connection, string id, CancellationToken cancellation) =>
        (await connection.QueryAsync("SELECT 1 FROM cases WHERE id = @id", [("id", id)], _ => true, cancellation)).Count > 0;

    private static (string Name, object? Value)[] Values(NextDuty next) =>
        [("duty", next.Title), ("due", Days.Write(next.Due)), ("version", next.Fingerprint)];

    private static CaseRecord ReadCase(DbDataReader reader) => new(
        reader.GetString(0),
        reader.GetInt64(1),
        Days.Read(reader.GetString(2)),
        JsonSerializer.Deserialize<Dictionary<string, string?>>(reader.GetString(3))!,
        reader.GetString(4),
        reader.GetString(5),
        reader.GetInt32(6) != 0,
        reader.GetString(7),
        reader.ReadDay(8));
}
