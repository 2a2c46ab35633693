namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>What the ending of an unlisted word tells.</summary>
/// <remarks>Works on the last eight folded letters, packed into one number, the last letter in the lowest byte.</remarks>
internal static class WordEnding
{
    private static readonly Ending[][] ByLastLetter = Build();

    /// <summary>Traits of a word by its ending.</summary>
    /// <param name="tail">The last eight folded letters.</param>
    /// <param name="length">Number of letters of the word.</param>
    public static WordTraits Of(ulong tail, int length)
    {
        var last = (uint)(tail & 0xFF) - 'a';
        if (last >= ByLastLetter.Length)
        {
            return WordTraits.None;
        }

        foreach (var ending in ByLastLetter[last])
        {
            if ((tail & ending.Mask) == ending.Letters && length >= ending.MinimumLength)
            {
                return ending.Traits;
            }
        }

        return WordTraits.None;
    }

    private static Ending[][] Build()
    {
        var streets = new[]
        {
            "strasse", "str", "allee", "gasse", "platz", "weg", "ring", "damm", "ufer", "chaussee", "steig", "pfad", "stieg",
            "promenade", "wall", "markt", "zeile", "siedlung", "kamp", "winkel", "twiete", "graben", "stiege", "anger", "gaesschen",
            "steige", "gaessle", "twete", "redder", "staden", "esplanade", "straesschen", "strasze",
        };
        var nouns = new[]
        {
            "ung", "ungen", "heit", "keit", "heiten", "keiten", "schaft", "tion", "tionen", "taet", "ismus", "amt", "aemter", "behoerde",
            "center", "dienst", "stelle", "stellen", "buero", "referat", "verein", "verkehr", "fahrer", "fahrerin", "schule", "haus", "haeuser",
            "werk", "werke", "zeug", "zeuge", "bahn", "wagen", "anlage", "ment", "betrieb", "verwaltung", "minister", "ministerium", "kasse",
            "gesetz", "nummer", "zeit", "zeiten", "wege", "strassen", "plaetze", "schein", "karte", "raeder", "rad", "muell", "laerm", "bruecke",
        };
        var endings = streets.Select(text => new Ending(text, WordTraits.StreetName, text.Length + (text == "str" ? 2 : 3)))
            .Concat(nouns.Select(text => new Ending(text, WordTraits.NounEnding, text.Length + 2)))
            .OrderByDescending(ending => ending.Mask);
        var table = new Ending[26][];
        var byLetter = endings.ToLookup(ending => (int)(ending.Letters & 0xFF) - 'a');
        for (var letter = 0; letter < table.Length; letter++)
        {
            table[letter] = [.. byLetter[letter]];
        }

        return table;
    }

    private readonly record struct Ending(ulong Letters, ulong Mask, WordTraits Traits, int MinimumLength)
    {
        public Ending(string text, WordTraits traits, int minimumLength)
            : this(Pack(text), text.Length >= sizeof(ulong) ? ulong.MaxValue : (1UL << (8 * text.Length)) - 1, traits, minimumLength)
        {
        }

        private static ulong Pack(string text) => text.Aggregate(0UL, (packed, letter) => (packed << 8) | letter);
    }
}
