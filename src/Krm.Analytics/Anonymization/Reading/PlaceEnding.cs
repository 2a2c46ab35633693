namespace Krm.Analytics.Anonymization.Reading;

/// <summary>How names of German places end; behind a postcode that tells them from what is counted: "12345 Wannerode", not "12345 Unterschriften".</summary>
internal static class PlaceEnding
{
    private const int ShortestStem = 2;

    private static readonly string[] Endings =
    [
        "stadt", "städt", "dorf", "torf", "burg", "berg", "hausen", "heim", "ingen", "feld", "kirchen", "kirch", "land", "tal", "thal", "rode", "roda", "rath", "leben", "itz", "itzsch", "ow", "hofen", "höfen",
        "weiler", "wald", "brunn", "bronn", "born", "furt", "furth", "büttel", "bostel", "loh", "stedt", "stett", "stetten", "stätten", "scheid", "siek", "beck", "bek", "mühle", "münster", "zell", "see", "ried", "reuth",
        "au", "aue", "hagen", "horst", "brück", "brücken", "fels", "stein", "holz", "werder", "moor", "büren", "lar", "wede", "oog", "ach",
    ];

    /// <summary>True if the word ends like the name of a place.</summary>
    public static bool Has(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
