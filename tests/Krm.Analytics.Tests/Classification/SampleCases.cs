using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;

namespace Krm.Analytics.Tests.Classification;

/// <summary>Made-up cases of four categories with some noise, the same for the same seed.</summary>
internal static class SampleCases
{
    private static readonly (string Category, string[] Words)[] Topics =
    [
        ("Müll", ["Sperrmüll", "Müllsack", "Matratze", "Abfall", "Kühlschrank", "Altkleider", "Mülltonne"]),
        ("Parken", ["Falschparker", "Parkplatz", "Gehweg zugeparkt", "Auto", "Halteverbot", "Einfahrt blockiert"]),
        ("Straße", ["Schlagloch", "Fahrbahn", "Ampel defekt", "Straßenlaterne", "Bordstein", "Verkehrsschild"]),
        ("Grün", ["Baum", "Hecke", "Spielplatz", "Parkbank", "Rasen", "Ast abgebrochen", "Grünanlage"]),
    ];

    private static readonly string[] Fillers =
        ["bitte", "seit Wochen", "vor dem Haus", "an der Ecke", "schon wieder", "in der Hauptstr. 12", "liegt", "am Bahnhof", "sehr"];

    public static LabeledText[] Create(int count, int seed = 0)
    {
        var generator = new SeededGenerator((ulong)seed);
        var cases = new LabeledText[count];
        for (var index = 0; index < count; index++)
        {
            var (category, words) = Topics[generator.Next(Topics.Length)];
            var parts = new List<string>();
            for (var part = 0; part < 5; part++)
            {
                parts.Add(part < 2 ? words[generator.Next(words.Length)] : Fillers[generator.Next(Fillers.Length)]);
            }

            cases[index] = new LabeledText(string.Join(' ', parts), category);
        }

        return cases;
    }
}
