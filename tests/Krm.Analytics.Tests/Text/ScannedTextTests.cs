using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Text;

namespace Krm.Analytics.Tests.Text;

public sealed class ScannedTextTests
{
    /// <summary>One mark so often that what follows counts once.</summary>
    private const string Opening = "********";

    [Theory]
    [InlineData("Müll", "muell")]
    [InlineData("MUELL", "muell")]
    [InlineData("Mu\u0308ll", "muell")]
    [InlineData("Straße", "strasse")]
    [InlineData("STRASSE", "strasse")]
    [InlineData("Hauptstr.", "hauptstrasse")]
    [InlineData("Café", "cafe")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("12a", "00a")]
    [InlineData("0123456789", "000000")]
    [InlineData("Sperr\u00ADmüll", "sperrmuell")]
    [InlineData("\uFF21\uFF22\uFF23", "abc")]
    [InlineData("o\uFB03ziell", "offiziell")]
    [InlineData("Rad-Weg, zugeparkt!", "rad|weg|zugeparkt")]
    [InlineData("Rad\u00ADweg Rad\u0301er", "radweg|rader")]
    [InlineData("Geschwindigkeitsbegrenzung", "geschwindigkeitsbegrenzung")]
    [InlineData("Geschwindigkeitsüberwachung in der Spielstraße 12a", "geschwindigkeitsueberwachung|in|der|spielstrasse|00a")]
    [InlineData("", "")]
    public void Scan_Text_FoldsWords(string text, string words)
    {
        Assert.Equal(words, string.Join('|', WordsOf(text)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Bitte leeren")]
    [InlineData("Straße")]
    [InlineData("x1")]
    public void Read_WordAtAnyDistanceFromTheEnd_IsTheSameWord(string word)
    {
        var alone = WordsOf(word);

        Assert.All(Enumerable.Range(0, 40), count =>
        {
            Assert.Equal(alone, WordsOf(word + new string(' ', count)));
            Assert.Equal(alone, WordsOf(new string('.', count) + word));
            Assert.Equal(alone, WordsOf(new string('.', count) + word + new string('!', 40 - count)));
        });
    }

    [Fact]
    public void Read_PlainLettersBesideEachOther_AreTheSameWordHoweverTheyAreRead()
    {
        // A soft hyphen makes the word be read letter by letter.
        Prop.ForAll<string>(text =>
        {
            var plain = string.Concat((text ?? string.Empty).Select(character => "abcdefghijklmnopqrstuvwxyzABCXYZ"[character % 32]));
            var split = string.Join('\u00AD', plain.AsEnumerable());
            return HashesOf(plain).SequenceEqual(HashesOf(split)) && WordsOf(plain).SequenceEqual(WordsOf(split));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Scan_RepeatedWords_AreCountedOnceWithTheirNumber()
    {
        var scanned = new ScannedText();

        scanned.Scan($"{Opening}Müll Müll und Müll Müll");

        Assert.Equal(3, scanned.Words.Count);
        Assert.Equal([4, 1], scanned.Words.Counts[1..].ToArray());
        Assert.Equal([1, 2, 1, 1, 1], scanned.Pairs.Counts[2..].ToArray());
        Assert.Equal(Opening.Length + 5, scanned.TokenCount);
    }

    [Fact]
    public void Scan_Opening_CountsSeveralTimes()
    {
        var scanned = new ScannedText();

        scanned.Scan("Müll am Weg und am Platz vor dem Haus, Müll");

        // The first five times, the second four times, two three times, four twice; "am" and "Müll" come again.
        Assert.Equal([5 + 1, 4 + 2, 3, 3, 2, 2, 2, 1, 1], scanned.Words.Counts.ToArray());
        Assert.Equal([5, 4, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1], scanned.Pairs.Counts.ToArray());
    }

    [Fact]
    public void Scan_Marks_AreWordsWithoutLetters()
    {
        var scanned = new ScannedText();

        scanned.Scan($"{Opening}Warum? \u201EBitte\u201C \u2013 Danke!!");

        Assert.Equal([true, false, true, true, false, true, false, true], Enumerable.Range(0, scanned.Words.Count).Select(scanned.IsMark));
        Assert.Equal([1, 1, 2, 1, 1, 1, 2], scanned.Words.Counts[1..].ToArray());
    }

    [Fact]
    public void AddBorders_Pair_IsOneChainThatGrowsOnBothSidesByTurns()
    {
        Assert.Equal([0, HashChains.Extends, HashChains.Extends, HashChains.Extends, HashChains.Extends], BordersOf("abcdef", "ghijkl").Marks.ToArray());
        Assert.Equal(BordersOf("abcdef", "ghijkl").Hashes, BordersOf("xxdef", "ghixx").Hashes);
        Assert.Equal(BordersOf("abcdef", "ghijkl").Hashes[..4], BordersOf("xdef", "gh").Hashes);
        Assert.Equal(BordersOf("abcdef", "ghijkl").Hashes[..3], BordersOf("ef", "gh").Hashes);
        Assert.Equal(BordersOf("abcdef", "ghijkl").Hashes[..2], BordersOf("ef", "g").Hashes);
        Assert.Equal(BordersOf("abcdef", "ghijkl").Hashes[..1], BordersOf("f", "g").Hashes);
    }

    [Fact]
    public void AddBorders_EdgesOfTheText_HaveNone()
    {
        var scanned = new ScannedText();
        scanned.Scan("Ja.");

        Assert.Equal(3, scanned.Pairs.Count);
        Assert.Equal(BordersOf("ja", ".").Hashes, BordersOf(scanned));
    }

    [Fact]
    public void AddFragments_Word_ChainsHoldAllThatBeginWithTheSameLetter()
    {
        var scanned = new ScannedText();
        scanned.Scan("Weg");
        var chains = new HashChains();

        scanned.AddFragments(0, chains);

        // From the blank before the word on, then from each of its letters on.
        const byte More = HashChains.Extends;
        Assert.Equal([0, More, More, More, 0, More, More, 0, More, 0], chains.Marks.ToArray());
        Assert.Equal(Fragments.CountFor(scanned.PaddedWord(0).Length), chains.Count);
    }

    [Theory]
    [InlineData("Bitte leeren.", "BITTE LEEREN.", true)]
    [InlineData("Bitte leeren.", "Danke sauber.", true)]
    [InlineData("Bitte leeren.", "Bitte leeren!", false)]
    [InlineData("Bitte leeren.", "Bitte leeren", false)]
    [InlineData("Bitte leeren.", "Bitte alle zusammen bald leeren.", false)]
    public void Scan_OutwardForm_DependsOnLengthAndMarksOnly(string first, string second, bool isSame)
    {
        Assert.Equal(isSame, FormOf(first).SequenceEqual(FormOf(second)));
    }

    [Fact]
    public void Scan_EmptyText_HasNoForm()
    {
        Assert.Empty(FormOf(" \n"));
    }

    [Fact]
    public void Scan_ComposedOrDecomposed_SameWords()
    {
        Prop.ForAll<string>(text =>
        {
            var plain = Latin(text);
            return WordsOf(plain.Normalize(NormalizationForm.FormC)).SequenceEqual(WordsOf(plain.Normalize(NormalizationForm.FormD)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Scan_Reused_ForgetsTheTextBefore()
    {
        Prop.ForAll<string, string>((first, second) =>
        {
            var reused = new ScannedText();
            reused.Scan(first);
            reused.Scan(second);
            var fresh = new ScannedText();
            fresh.Scan(second);
            return reused.Words.Hashes.SequenceEqual(fresh.Words.Hashes)
                && reused.Words.Counts.SequenceEqual(fresh.Words.Counts)
                && reused.Pairs.Hashes.SequenceEqual(fresh.Pairs.Hashes)
                && BordersOf(reused).SequenceEqual(BordersOf(fresh))
                && reused.Forms.SequenceEqual(fresh.Forms);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Scan_ManyDistinctWords_CountsLikeADictionary()
    {
        var words = Enumerable.Range(0, 3000).Select(number => string.Concat(
            number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))))).ToArray();
        var scanned = new ScannedText();

        scanned.Scan(Opening + string.Join(' ', words.Concat(words)));

        Assert.Equal(words.Distinct().Count(), scanned.Words.Count - 1);
        Assert.All(scanned.Words.Counts[1..].ToArray(), count => Assert.Equal(2, count));
    }

    private static ulong[] HashesOf(string text)
    {
        var scanned = new ScannedText();
        scanned.Scan(text);
        return scanned.Words.Hashes.ToArray();
    }

    private static ulong[] FormOf(string text)
    {
        var scanned = new ScannedText();
        scanned.Scan(text);
        return scanned.Forms.ToArray();
    }

    private static HashChains BordersOf(string left, string right)
    {
        var chains = new HashChains();
        WordBorders.AddTo(chains, 1, $"····{left}", left.Length, $"{right}····", right.Length);
        return chains;
    }

    private static ulong[] BordersOf(ScannedText scanned)
    {
        var chains = new HashChains();
        for (var pair = 0; pair < scanned.Pairs.Count; pair++)
        {
            scanned.AddBorders(pair, chains);
        }

        return chains.Hashes.ToArray();
    }

    private static List<string> WordsOf(string text)
    {
        var scanned = new ScannedText();
        scanned.Scan(text);
        return [.. Enumerable.Range(0, scanned.Words.Count).Where(index => !scanned.IsMark(index)).Select(index => scanned.PaddedWord(index).Trim().ToString())];
    }

    /// <summary>Letters of German and its neighbours made from arbitrary characters.</summary>
    private static string Latin(string? text) =>
        string.Concat((text ?? string.Empty).Select(character => "aäoöuüßéèêñçàx 1-"[character % 17]));
}
