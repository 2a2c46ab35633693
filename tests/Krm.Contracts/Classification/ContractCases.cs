using Krm.Analytics.Classification;

namespace Krm.Contracts.Classification;

/// <summary>Invented cases of four categories, whose order of appearance is not that of the alphabet.</summary>
public static class ContractCases
{
    private static readonly (string Category, string[] Words)[] Topics =
    [
        ("Straße", ["Schlagloch", "Fahrbahn", "Ampel defekt", "Straßenlaterne", "Bordstein", "Verkehrsschild", "Gehwegplatte"]),
        ("Müll", ["Sperrmüll", "Müllsack", "Matratze", "Abfall", "Kühlschrank", "Altkleider", "Mülltonne"]),
        ("Parken", ["Falschparker", "Parkplatz", "zugeparkt", "Auto ohne Kennzeichen", "Halteverbot", "Einfahrt blockiert", "Anhänger"]),
        ("Grün", ["Baum", "Hecke", "Spielplatz", "Parkbank", "Rasen", "Ast abgebrochen", "Grünanlage"]),
    ];

    private static readonly string[] Fillers =
        ["bitte", "seit Wochen", "vor dem Haus", "an der Ecke", "schon wieder", "in der Hauptstr. 12", "liegt", "am Bahnhof", "sehr", "leider", "immer noch"];

    /// <summary>Cases with their true category.</summary>
    /// <param name="count">Number of cases.</param>
    /// <param name="seed">Another seed gives other cases.</param>
    /// <param name="wrongOneIn">One in so many cases carries another category than its text says; 0 for none.</param>
    public static LabeledText[] Create(int count, uint seed = 1, int wrongOneIn = 0)
    {
        var state = seed;

        // Numerical Recipes' linear congruential generator; its high bits are good enough for this.
        int Next(int limit)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (int)((state >> 8) % (uint)limit);
        }

        var cases = new LabeledText[count];
        for (var index = 0; index < count; index++)
        {
            // The first case of each category comes in the order of the topics; some topics are more frequent than others.
            var topic = index < Topics.Length ? index : Math.Min(Next(Topics.Length), Next(Topics.Length));
            var words = Topics[topic].Words;
            string[] parts = [Fillers[Next(Fillers.Length)], words[Next(words.Length)], Fillers[Next(Fillers.Length)], words[Next(words.Length)], Fillers[Next(Fillers.Length)]];
            var shown = wrongOneIn > 0 && index >= Topics.Length && Next(wrongOneIn) == 0 ? (topic + 1 + Next(Topics.Length - 1)) % Topics.Length : topic;
            cases[index] = new LabeledText(string.Join(' ', parts), Topics[shown].Category);
        }

        return cases;
    }
}
