namespace Krm.Rules.Compilation;

/// <summary>For one fact: which boxes of a node each class of its values leaves standing, as bits.</summary>
/// <remarks>Classes that leave the same boxes as most others are not stored if there are many: 2,400 units times 2,400 rules would not fit.</remarks>
internal sealed class MaskColumn
{
    private const int DenseLimit = 64;

    private readonly int[]? _classes;
    private readonly ulong[] _masks;
    private readonly int _words;

    private MaskColumn(int fact, int words, int[]? classes, ulong[] masks)
    {
        Fact = fact;
        _words = words;
        _classes = classes;
        _masks = masks;
    }

    public int Fact { get; }

    /// <summary>All masks, by class, if every class is stored and one word holds all boxes; otherwise <c>null</c>.</summary>
    public ulong[]? Single => _classes is null && _words == 1 ? _masks : null;

    /// <summary>Equal for columns that do the same, so that nodes can share one.</summary>
    public string Signature => $"{Fact}/{_words}/{(_classes is null ? "" : string.Join(",", _classes))}/{Key(_masks)}";

    public static MaskColumn Create(int fact, FactClassifier classifier, IReadOnlyList<RuleBox> boxes)
    {
        var words = (boxes.Count + 63) / 64;
        var masks = new ulong[classifier.ClassCount][];
        for (var valueClass = 0; valueClass < masks.Length; valueClass++)
        {
            masks[valueClass] = MaskOf(classifier.Representative(valueClass), fact, boxes, words);
        }

        if (masks.Length <= DenseLimit)
        {
            return new MaskColumn(fact, words, null, [.. masks.SelectMany(mask => mask)]);
        }

        var usual = masks.GroupBy(Key, StringComparer.Ordinal).OrderByDescending(group => group.Count()).First();
        var stored = Enumerable.Range(0, masks.Length).Where(valueClass => Key(masks[valueClass]) != usual.Key).ToArray();
        return new MaskColumn(fact, words, stored, [.. stored.SelectMany(valueClass => masks[valueClass]), .. usual.First()]);
    }

    public ulong Mask(int valueClass, int word)
    {
        if (_classes is null)
        {
            return _masks[(valueClass * _words) + word];
        }

        var position = Array.BinarySearch(_classes, valueClass);
        return _masks[((position < 0 ? _classes.Length : position) * _words) + word];
    }

    private static ulong[] MaskOf(long code, int fact, IReadOnlyList<RuleBox> boxes, int words)
    {
        var mask = new ulong[words];
        for (var index = 0; index < boxes.Count; index++)
        {
            if (boxes[index].Box[fact]?.Contains(code) ?? true)
            {
                mask[index >> 6] |= 1UL << (index & 63);
            }
        }

        return mask;
    }

    private static string Key(ulong[] mask) => string.Join(",", mask);
}
