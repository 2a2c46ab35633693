using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Krm.Cli.Demo;

/// <summary>Writes letters as citizens do: greeting, matter, demand, closing, contact data and a slip of the pen.</summary>
/// <remarks>Telephone numbers come from the range the Bundesnetzagentur keeps free for fiction, mail addresses from example.org.</remarks>
internal sealed class DemoTextWriter(DemoTextBook book, Random random)
{
    private const double VagueShare = 0.2;

    private static readonly LocalDatePattern GermanDate = LocalDatePattern.CreateWithInvariantCulture("dd.MM.uuuu");

    /// <summary>Writes the text of one case.</summary>
    /// <param name="category">What it is about.</param>
    /// <param name="kind">Beschwerde, Anregung or Lob.</param>
    /// <param name="received">Day of receipt; dates in the text lie before it.</param>
    /// <param name="special">A sentence that must stand in it, such as that of a planted cause; null for none.</param>
    public string Write(DemoCategory category, string kind, LocalDate received, string? special)
    {
        var parts = new List<string> { Pick(book.Greetings) };
        if (special is not null)
        {
            parts.Add(special);
        }

        switch (kind)
        {
            case "Lob":
                parts.Add(Pick(category.Praise));
                break;
            case "Anregung":
                parts.Add(Pick(category.Suggestions));
                AddSometimes(parts, category.Details, 0.5);
                break;
            default:
                parts.Add(Pick(special is null && random.NextDouble() < VagueShare ? book.Vague : category.Complaints));
                AddSometimes(parts, category.Details, 0.65);
                AddSometimes(parts, category.Details, 0.35);
                AddSometimes(parts, book.Noise, 0.35);
                parts.Add(Pick(book.Demands));
                break;
        }

        AddContact(parts, category.Name);
        var text = string.Join(" ", parts.Where(part => part.Length > 0));
        return SlipOfThePen(FillIn(text, received));
    }

    private void AddSometimes(List<string> parts, IReadOnlyList<string> sentences, double chance)
    {
        if (random.NextDouble() < chance)
        {
            var sentence = Pick(sentences);
            if (!parts.Contains(sentence))
            {
                parts.Add(sentence);
            }
        }
    }

    private void AddContact(List<string> parts, string category)
    {
        var first = Pick(book.FirstNames);
        var last = Pick(book.LastNames);
        if (category == "Parken" && random.NextDouble() < 0.3)
        {
            parts.Add($"Das Kennzeichen lautet HH-{Letter()}{Letter()} {random.Next(100, 9999)}.");
        }

        if (category == "Abfallgebühren" && random.NextDouble() < 0.25)
        {
            parts.Add($"Bitte erstatten Sie auf mein Konto {Iban()}.");
        }

        if (random.NextDouble() < 0.25)
        {
            parts.Add($"Sie erreichen mich unter 040 66969 {random.Next(0, 1000):000}.");
        }

        if (random.NextDouble() < 0.2)
        {
            parts.Add($"Antwort bitte an {Address(first)}.{Address(last)}@example.org.");
        }

        var closing = Pick(book.Closings);
        parts.Add(closing);
        if (closing.Length > 0 && random.NextDouble() < 0.7)
        {
            parts.Add($"{first} {last}");
        }
    }

    private string FillIn(string text, LocalDate received) => new StringBuilder(text)
        .Replace("{strasse}", Pick(book.Streets))
        .Replace("{hausnummer}", random.Next(1, 120).ToString(CultureInfo.InvariantCulture))
        .Replace("{wochen}", random.Next(2, 14).ToString(CultureInfo.InvariantCulture))
        .Replace("{datum}", GermanDate.Format(received.PlusDays(-random.Next(5, 60))))
        .ToString();

    // One letter in eight has a typing error or umlauts written out, as real mail has.
    private string SlipOfThePen(string text)
    {
        switch (random.Next(16))
        {
            case 0:
                return text.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
                    .Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
            case 1:
                var position = random.Next(text.Length - 1);
                return char.IsLetter(text[position]) && char.IsLetter(text[position + 1])
                    ? text[..position] + text[position + 1] + text[position] + text[(position + 2)..]
                    : text;
            default:
                return text;
        }
    }

    private string Iban()
    {
        var account = string.Concat(Enumerable.Range(0, 18).Select(_ => (char)('0' + random.Next(10))));
        var check = 98 - (int)(System.Numerics.BigInteger.Parse(account + "131400", CultureInfo.InvariantCulture) % 97);
        var digits = $"DE{check:00}{account}";
        return string.Join(' ', digits.Chunk(4).Select(group => new string(group)));
    }

    private char Letter() => (char)('A' + random.Next(26));

    private string Pick(IReadOnlyList<string> values) => values.Count == 0 ? "" : values[random.Next(values.Count)];

    private static string Address(string name) => name.ToLowerInvariant()
        .Replace("ü", "ue", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal)
        .Replace("ş", "s", StringComparison.Ordinal).Replace("ı", "i", StringComparison.Ordinal);
}
