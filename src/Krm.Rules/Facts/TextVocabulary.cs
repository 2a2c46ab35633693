namespace Krm.Rules.Facts;

/// <summary>The texts the rules compare a free-text fact with; position 0 stands for every other text.</summary>
/// <remarks>Filled while a rule set is read and never changed afterwards.</remarks>
internal sealed class TextVocabulary
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <summary>Number of named texts; codes run from 0 (any other text) to this number, inclusive.</summary>
    public int Count => _texts.Count;

    public string this[long code] => _texts[(int)code - 1];

    public long Find(string text) => _positions.TryGetValue(text, out var position) ? position : 0;

    public long Add(string text)
    {
        if (!_positions.TryGetValue(text, out var position))
        {
            _texts.Add(text);
            position = _texts.Count;
            _positions.Add(text, position);
        }

        return position;
    }
}
