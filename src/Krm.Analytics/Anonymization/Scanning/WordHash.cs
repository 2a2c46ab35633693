namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>Hash of a folded word, built letter by letter while the word is read.</summary>
/// <remarks>64 bits, so that two words of a list of a few thousand practically never share one; the words themselves are not kept.</remarks>
internal static class WordHash
{
    public const ulong Empty = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    public static ulong Append(ulong hash, uint letter) => (hash ^ letter) * Prime;

    /// <summary>Hash of a word as the tokenizer would compute it; 0 if it has no letter.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        var hash = Empty;
        foreach (var character in word)
        {
            hash = AppendFolded(hash, character);
        }

        return hash == Empty ? 0 : hash;
    }

    /// <summary>Joins the hash of a further word to that of the words before.</summary>
    public static ulong Join(ulong words, ulong word) => (words * 31) ^ word;

    public static ulong AppendFolded(ulong hash, char character)
    {
        var folded = CharacterTable.Fold(character);
        if (folded == 0)
        {
            return hash;
        }

        hash = Append(hash, folded & 0xFF);
        return folded > 0xFF ? Append(hash, folded >> 8) : hash;
    }
}
