using System.Text.Json;
using CaseDesk.Analysis;
using Krm.Analytics.Causes;

namespace CaseDesk.Storage;

/// <summary>Keeps measures against recurring causes.</summary>
public sealed class MeasureStore(DeskDatabase database)
{
    /// <summary>Stores a measure; a second call with the same id changes nothing.</summary>
    public async Task AddAsync(Measure measure, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            "INSERT INTO measures (id, name, day, cell) VALUES (@id, @name, @day, @cell) ON CONFLICT DO NOTHING",
            [
                ("id", measure.Id), ("name", measure.Name), ("day", Days.Write(measure.Day)),
                ("cell", JsonSerializer.Serialize(measure.Cell.Coordinates)),
            ],
            cancellation);
    }

    /// <summary>All measures, oldest first.</summary>
    public async Task<IReadOnlyList<Measure>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT id, name, day, cell FROM measures ORDER BY day, id",
            [],
            reader => new Measure(reader.GetString(0), reader.GetString(1), Days.Read(reader.GetString(2)), ReadCell(reader.GetString(3))),
            cancellation);
    }

    private static CauseCell ReadCell(string json) => new(JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(json)!);
}
