namespace Krm.Cli.Tables;

/// <summary>Writes a table row by row.</summary>
internal abstract class TableWriter(IReadOnlyList<string> columns) : IDisposable
{
    private bool _isDisposed;

    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>How many values could not be written as they are.</summary>
    public virtual long FlattenedCells => 0;

    /// <summary>Writes one row with a cell for every column.</summary>
    public abstract void Write(ReadOnlySpan<Cell> cells);

    /// <summary>Hands everything written so far to the stream.</summary>
    public abstract void Flush();

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            Dispose(true);
        }

        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
