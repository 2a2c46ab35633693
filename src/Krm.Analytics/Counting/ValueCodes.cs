using System.Runtime.InteropServices;

namespace Krm.Analytics.Counting;

/// <summary>Gives each text of one dimension a small number, in the order of first sight.</summary>
internal sealed class ValueCodes
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly List<string> _values = [];

    public ValueCodes() => _bySpan = _codes.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _values.Count;

    public string this[int code] => _values[code];

    public int GetOrAdd(ReadOnlySpan<char> value)
    {
        ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(_bySpan, value, out var exists);
        if (!exists)
        {
            code = _values.Count;
            _values.Add(value.ToString());
        }

        return code;
    }
}
