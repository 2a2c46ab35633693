namespace Krm.Cli.Tables;

/// <summary>The columns of a table, by name.</summary>
internal sealed class TableHeader
{
    private readonly Dictionary<string, int> _positions;
    private readonly Messages _messages;

    public TableHeader(string file, IReadOnlyList<string> names, Messages messages)
    {
        File = file;
        Names = names;
        _messages = messages;
        _positions = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        for (var index = 0; index < names.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(names[index]))
            {
                throw new RefusalException(messages.NamelessColumn(file, index + 1));
            }

            if (!_positions.TryAdd(names[index], index))
            {
                throw new RefusalException(messages.DuplicateColumn(file, _positions[names[index]] + 1, index + 1));
            }
        }
    }

    public string File { get; }

    public IReadOnlyList<string> Names { get; }

    /// <summary>The position of a column, or -1.</summary>
    public int Find(string name) => _positions.GetValueOrDefault(name, -1);

    /// <summary>The position of a column that has to be there.</summary>
    /// <exception cref="RefusalException">It is not; the message names the nearest columns.</exception>
    public int Require(string name)
    {
        var position = Find(name);
        return position >= 0
            ? position
            : throw new RefusalException(_messages.MissingColumn(File, name, NearestNames.Of(name, Names)));
    }

    /// <summary>Where a value stands, for a message.</summary>
    public string Place(TableRow row, int column) => _messages.Place(File, row.Line, Names[column]);
}
