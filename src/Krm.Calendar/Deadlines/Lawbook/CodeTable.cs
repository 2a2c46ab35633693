namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>The words of an enumeration in the order of its values, which count from 0.</summary>
internal sealed class CodeTable<T>(string[] codes)
    where T : struct, Enum
{
    /// <summary>All words, for messages.</summary>
    public string Allowed => string.Join(", ", codes);

    /// <summary>All values, in their order.</summary>
    public IReadOnlyList<T> Values { get; } = [.. codes.Select((_, index) => (T)Enum.ToObject(typeof(T), index))];

    public string this[T value] => codes[IndexOf(value)];

    public bool IsKnown(int value) => (uint)value < (uint)codes.Length;

    public bool TryParse(string? text, out T value)
    {
        int index = Array.FindIndex(codes, code => string.Equals(code, text, StringComparison.OrdinalIgnoreCase));
        value = index < 0 ? default : (T)Enum.ToObject(typeof(T), index);
        return index >= 0;
    }

    private static int IndexOf(T value) => ((IConvertible)value).ToInt32(System.Globalization.CultureInfo.InvariantCulture);
}
