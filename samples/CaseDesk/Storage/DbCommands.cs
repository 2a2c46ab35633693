using System.Data.Common;

namespace CaseDesk.Storage;

/// <summary>Runs statements with named values; nothing a citizen wrote ever becomes part of a statement.</summary>
internal static class DbCommands
{
    public static async Task<int> ExecuteAsync(
        this DbConnection connection, string sql, (string Name, object? Value)[] values, CancellationToken cancellation, DbTransaction? transaction = null)
    {
        await using var command = connection.Create(sql, values, transaction);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public static async Task<List<T>> QueryAsync<T>(
        this DbConnection connection, string sql, (string Name, object? Value)[] values, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = connection.Create(sql, values, null);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private static DbCommand Create(this DbConnection connection, string sql, (string Name, object? Value)[] values, DbTransaction? transaction)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
