using Krm.Analytics.Text;

namespace Krm.Analytics.Classification.Models;

/// <summary>Finds where the distinct words and pairs of a text first occur, in the order in which scanning numbers them.</summary>
internal static class TermLocations
{
    /// <summary>Every word and mark once.</summary>
    public static IReadOnlyList<Evidence> OfWords(ReadOnlySpan<char> text)
    {
        var seen = new DistinctHashes();
        var located = new List<Evidence>();
        foreach (var (hash, word) in ReadTokens(text))
        {
            seen.Add(hash, 1, out var isNew);
            if (isNew)
            {
                located.Add(word);
            }
        }

        return located;
    }

    /// <summary>Every pair once, from the beginning of its first word to the end of its second.</summary>
    public static IReadOnlyList<Evidence> OfPairs(ReadOnlySpan<char> text)
    {
        var seen = new DistinctHashes();
        var located = new List<Evidence>();
        var previous = (Hash: ScannedText.Edge, Word: (Evidence?)null);
        foreach (var (hash, word) in ReadTokens(text))
        {
            Add(hash, word);
            previous = (hash, word);
        }

        if (previous.Word is not null)
        {
            Add(ScannedText.Edge, null);
        }

        return located;

        void Add(ulong hash, Evidence? word)
        {
            seen.Add(FeatureHash.Pair(previous.Hash, hash), 1, out var isNew);
            if (isNew)
            {
                located.Add(Join(previous.Word, word));
            }
        }
    }

    private static Evidence Join(Evidence? left, Evidence? right)
    {
        var (first, last) = (left ?? right!.Value, right ?? left!.Value);
        var term = left is null || right is null ? first.Term : $"{first.Term} {last.Term}";
        return new Evidence(term, EvidenceKind.Pair, first.Start, last.Start + last.Length - first.Start, 0);
    }

    private static List<(ulong Hash, Evidence Word)> ReadTokens(ReadOnlySpan<char> text)
    {
        var tokens = new List<(ulong, Evidence)>();
        Span<char> letters = stackalloc char[TokenReader.BufferLength];
        var reader = new TokenReader(text);
        while (tokens.Count < ScannedText.MaximumTokens && reader.Read(letters, out var start, out var length, out var hash))
        {
            // A mark stands for itself.
            var term = letters[..Math.Max(1, length)].ToString();
            tokens.Add((hash, new Evidence(term, EvidenceKind.Word, start, reader.Position - start, 0)));
        }

        return tokens;
    }
}
