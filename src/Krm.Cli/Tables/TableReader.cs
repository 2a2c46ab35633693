namespace Krm.Cli.Tables;

/// <summary>Reads a table row by row; memory does not grow with the table.</summary>
internal abstract class TableReader(string file, Utf8GuardStream stream, long? length) : IDisposable
{
    /// <summary>The name of the file for messages.</summary>
    public string File { get; } = file;

    public abstract TableHeader Header { get; }

    /// <summary>The part already read, 0 to 1, or null where the length is not known.</summary>
    public double? Fraction => length is > 0 ? Math.Min(1, (double)stream.BytesRead / length.Value) : null;

    /// <summary>
    /// The columns somebody will look at; the cells of others may be left empty, which saves time where few of many columns
    /// are needed. Null (default) for all. To be set before the first row is read.
    /// </summary>
    public IReadOnlySet<int>? Wanted { get; set; }

    /// <summary>The remaining rows, once.</summary>
    /// <exception cref="RefusalException">The rest of the file cannot be read.</exception>
    public abstract IEnumerable<TableRow> ReadRows();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }
    }
}
