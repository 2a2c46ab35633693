namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>Makes the lexicon from the embedded word lists and the host's names.</summary>
internal static class LexiconBuilder
{
    private const string LabelPrefix = "Label:";

    public static Lexicon Build(NameList names)
    {
        var entries = new Dictionary<ulong, LexiconEntry>();
        AddWords(entries, "words.de.txt");
        AddWords(entries, "districts.de.txt");
        AddNames(entries, names.FirstNames, WordTraits.FirstName, WordTraits.AmbiguousFirstName);
        AddNames(entries, names.LastNames, WordTraits.LastName, WordTraits.AmbiguousLastName);
        return new Lexicon(entries);
    }

    private static void AddWords(Dictionary<ulong, LexiconEntry> entries, string fileName)
    {
        using var reader = EmbeddedData.Open(fileName);
        foreach (var (section, word, _) in WordListReader.Read(reader))
        {
            if (!section.StartsWith(LabelPrefix, StringComparison.Ordinal))
            {
                Add(entries, word, entry => entry with { Traits = entry.Traits | Enum.Parse<WordTraits>(section) });
                continue;
            }

            var label = Enum.Parse<LabelKind>(section[LabelPrefix.Length..]);
            Add(entries, word, entry => entry with { Label = label, LabelNeedsNumberWord = word.EndsWith('-') });
        }
    }

    private static void AddNames(Dictionary<ulong, LexiconEntry> entries, IReadOnlyDictionary<string, bool> names, WordTraits clear, WordTraits ambiguous)
    {
        foreach (var (name, isOrdinary) in names)
        {
            Add(entries, name, entry =>
            {
                // A word that the lists know as an ordinary one needs the context of a name, even if the name list forgot to say so.
                var isAmbiguous = isOrdinary || (entry.Traits & (WordTraits.Ordinary | WordTraits.Place | WordTraits.Month | WordTraits.Unit)) != 0;
                return entry with { Traits = entry.Traits | (isAmbiguous ? ambiguous : clear) };
            });
        }
    }

    private static void Add(Dictionary<ulong, LexiconEntry> entries, string word, Func<LexiconEntry, LexiconEntry> change)
    {
        var hash = WordHash.Of(word);
        entries.TryGetValue(hash, out var entry);
        entries[hash] = change(entry);
    }
}
