namespace Krm.Reporting.Aggregation;

/// <summary>Gives each name of a group a small number, so that a million cases hold no million strings.</summary>
internal sealed class GroupNames
{
    /// <summary>The name of cases for which nobody said anything.</summary>
    public const string Unknown = "ohne Angabe";

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public int Count => _names.Count;

    public string this[int id] => _names[id];

    public int Add(string? name)
    {
        var key = string.IsNullOrWhiteSpace(name) ? Unknown : name.Trim();
        if (!_ids.TryGetValue(key, out var id))
        {
            id = _names.Count;
            _ids.Add(key, id);
            _names.Add(key);
        }

        return id;
    }
}
