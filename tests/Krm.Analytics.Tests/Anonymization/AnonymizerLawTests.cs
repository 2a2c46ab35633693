using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Anonymization;
using Krm.Analytics.Tests.Anonymization.Planting;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>What holds for every text, personal data in it or not.</summary>
public class AnonymizerLawTests
{
    private const int Cases = 10_000;

    private static readonly Anonymizer Anonymizer = new();

    /// <summary>Pieces that recognisers react to, so that random texts are worth something.</summary>
    private static readonly string[] Pieces =
    [
        "Herr ", "Frau ", "Dr. ", "von ", "der ", "Müller", "Anna ", "Koch ", "Thomas", "-", " ", "\n", "\r\n", "\n\n", ".", ",", ":", ";", "(", ")", "[", "]", "[PERSON_1]", "[IBAN_7]", "[X",
        "@", "web.de", "a.b@c.de", "(at)", "http://", "www.", "facebook.com/x", "?id=1", "0228", "/", "123456", "+49 ", "(0)", "12", "3", "2017", "1965", "53111 ", "Bonn", "D-",
        "straße", "Linden", "Str. ", "Am ", "Markt ", "5", "a ", "Nr. ", "Tel. ", "Az. ", "geb. am ", "IBAN ", "DE89370400440532013000", "DE", "BIC ", "COBADEFFXXX", "B-AB 123", "K",
        "65170839J003", "A123456780", "86095742719", "T220001293", "12345//0012345", "192.168.0.1", "fe80::1", "50.7374, 7.0982", "°", "N ", "Mit freundlichen Grüßen\n", "gez. ", "MfG ",
        "Name: ", "Sachbearbeiter ", "Kundennummer ", "ß", "İ", "ı", "\u0308", "\u00AD", "\u200B", "\u00A0", "😀", "\uD800", "'", "’", "§ ", "€", "*", "§31", "und ", "xyz ", "Zeichen 240 ", "\0",
    ];

    private static readonly Arbitrary<string> Texts = Arb.From(
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).Resize(60),
        text => text.Length > 1 ? [text[..(text.Length / 2)], text[(text.Length / 2)..], text[1..], text[..^1]] : []);

    [Fact]
    public void Anonymize_Twice_ChangesNothingMore() => Check(text =>
    {
        var once = Anonymizer.Anonymize(text).Text;
        return Anonymizer.Anonymize(once).Text == once;
    });

    [Fact]
    public void Anonymize_Replacements_ExplainEveryCharacter() => Check(text =>
    {
        var result = Anonymizer.Anonymize(text);
        var rebuilt = "";
        var from = 0;
        foreach (var replacement in result.Replacements)
        {
            rebuilt += text[from..replacement.Start];
            var placeholder = $"[{replacement.Kind.DefaultLabel}_{replacement.Number}]";
            if (rebuilt.Length != replacement.PlaceholderStart || placeholder.Length != replacement.PlaceholderLength)
            {
                return false;
            }

            rebuilt += placeholder;
            from = replacement.Start + replacement.Length;
        }

        return rebuilt + text[from..] == result.Text && result.Counts.Total == result.Replacements.Count;
    });

    [Fact]
    public void Anonymize_FromReader_EqualsFromStringWhateverThePieces()
    {
        var random = new Dice(5);
        var pieces = Pieces.Where(piece => !piece.StartsWith('[')).ToArray();
        var settings = new AnonymizerSettings(AnonymizationOptions.Default);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Between(0, 1500)).Select(_ => random.Pick(pieces)));
            var writer = new StringWriter();
            var counts = new AnonymizationSession(settings).Anonymize(new StutteringReader(text, random), writer);
            var expected = new AnonymizationSession(settings) { ReadsAgain = false }.Anonymize(text);
            Assert.Equal(expected.Text, writer.ToString());
            Assert.Equal(expected.Counts, counts);
        }
    }

    [Fact]
    public void Anonymize_MaximumLength_IsKeptAndNoPlaceholderIsCut()
    {
        const int Limit = 64;
        var anonymizer = new Anonymizer(AnonymizationOptions.Default with { MaximumLength = Limit });
        Check(text =>
        {
            var result = anonymizer.Anonymize(text);
            var isWithin = result.Text.Length <= Limit && result.Replacements.All(replacement => replacement.PlaceholderStart + replacement.PlaceholderLength <= result.Text.Length);
            return isWithin && (result.IsTruncated || result.Text == Anonymizer.Anonymize(text).Text);
        });
    }

    [Fact]
    public void Anonymize_SameAnonymizerOnEightThreads_GivesTheSame()
    {
        var random = new Dice(8);
        var texts = Enumerable.Range(0, 2_000).Select(_ => string.Concat(Enumerable.Range(0, 20).Select(_ => random.Pick(Pieces)))).ToArray();
        var expected = texts.Select(text => Anonymizer.Anonymize(text).Text).ToArray();
        var actual = new string[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index => actual[index] = Anonymizer.Anonymize(texts[index]).Text);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Anonymize_MutatedLetters_NeverThrows()
    {
        const int Mutations = 100_000;
        var random = new Dice(13);
        for (var round = 0; round < Mutations; round++)
        {
            var letters = string.Concat(Enumerable.Range(0, 12).Select(_ => random.Pick(Pieces))).ToCharArray();
            for (var change = 0; change < 4 && letters.Length > 0; change++)
            {
                letters[random.Between(0, letters.Length - 1)] = (char)random.Between(0, random.Pick(0x7F, 0x24F, 0xFFFF));
            }

            var text = new string(letters);
            var result = Anonymizer.Anonymize(text);
            Assert.True(result.Text.Length >= 0);
        }
    }

    private static void Check(Func<string, bool> law) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Cases), Prop.ForAll(Texts, law));

    /// <summary>A reader that gives few characters at a time, as a network does.</summary>
    private sealed class StutteringReader(string text, Dice random) : TextReader
    {
        private int _position;

        public override int Read(char[] buffer, int index, int count)
        {
            var length = Math.Min(Math.Min(count, random.Between(1, 3000)), text.Length - _position);
            text.CopyTo(_position, buffer, index, length);
            _position += length;
            return length;
        }
    }
}
