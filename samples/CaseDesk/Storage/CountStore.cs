using Krm.Analytics.Counting;

namespace CaseDesk.Storage;

/// <summary>Counts cases where they are: the database groups them, only counts travel.</summary>
public sealed class CountStore(DeskDatabase database)
{
    /// <summary>The dimensions of the counts, coarsest first.</summary>
    public static CountPlan Plan { get; } = new(PeriodKind.Week, ["Kategorie", "Ort"]);

    /// <summary>The counts of all cases whose category is known.</summary>
    public async Task<CountCube> CountAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var groups = await connection.QueryAsync(
            "SELECT received, category, place, COUNT(*) FROM cases WHERE category <> '' GROUP BY received, category, place",
            [],
            reader => (Day: Days.Read(reader.GetString(0)), Category: reader.GetString(1), Place: reader.GetString(2), Count: reader.GetInt64(3)),
            cancellation);
        var builder = new CountCubeBuilder(Plan);
        foreach (var group in groups)
        {
            builder.Add(group.Day, [group.Category, group.Place], group.Count);
        }

        return builder.Build();
    }
}
