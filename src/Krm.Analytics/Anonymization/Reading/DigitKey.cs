using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>One key for all spellings of a value: only letters, folded, and digits count.</summary>
internal static class DigitKey
{
    public static ulong Of(ReadOnlySpan<char> value)
    {
        var hash = WordHash.Empty;
        foreach (var character in value)
        {
            hash = CharacterTable.IsDigit(character) ? WordHash.Append(hash, character) : WordHash.AppendFolded(hash, character);
        }

        return hash;
    }
}
