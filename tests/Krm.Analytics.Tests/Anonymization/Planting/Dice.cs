using System.Globalization;

namespace Krm.Analytics.Tests.Anonymization.Planting;

/// <summary>Seeded chance for the generators.</summary>
public sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Between(int low, int high) => _random.Next(low, high + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + _random.Next(10))));

    /// <summary>Digits of which the first is not 0.</summary>
    public string Number(int count) => Between(1, 9).ToString(CultureInfo.InvariantCulture) + Digits(count - 1);

    public char Letter() => (char)('A' + _random.Next(26));

    /// <summary>Cuts a text into groups of random or given lengths.</summary>
    public string Grouped(string text, string separator, params int[] lengths)
    {
        var parts = new List<string>();
        var position = 0;
        foreach (var length in lengths)
        {
            var taken = Math.Min(length, text.Length - position);
            parts.Add(text.Substring(position, taken));
            position += taken;
        }

        if (position < text.Length)
        {
            parts.Add(text[position..]);
        }

        return string.Join(separator, parts.Where(part => part.Length > 0));
    }

    /// <summary>A made-up word that no list knows: the name of nobody.</summary>
    public string MadeUpName()
    {
        var name = "";
        for (var syllables = Between(2, 3); syllables > 0; syllables--)
        {
            name += Pick("br", "d", "f", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "schw", "t", "tr", "w", "z") + Pick("a", "e", "i", "o", "u", "ä", "ö", "ü", "au", "ei", "ie")
                + (syllables == 1 ? Pick("ck", "ft", "l", "lski", "mann", "n", "ner", "nkow", "r", "rtz", "s", "ssen", "t", "tz", "vić", "wicz", "ğlu") : Pick("", "", "n", "r", "l"));
        }

        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
