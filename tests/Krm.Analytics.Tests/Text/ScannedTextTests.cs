using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Text;

namespace Krm.Analytics.Tests.Text;

public sealed class ScannedTextTests
{
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
    [InlineData("", "")]
    public void Scan_Text_FoldsWords(string text, string words)
    {
        Assert.Equal(words, string.Join('|', WordsOf(text)));
    }

    [Fact]
    public void Scan_RepeatedWords_AreCountedOnceWithTheirNumber()
    {
        var scanned = new ScannedText();

        scanned.Scan("Müll Müll und Müll Müll");

        Assert.Equal(2, scanned.Words.Count);
        Assert.Equal([4, 1], scanned.Words.Counts.ToArray());
        Assert.Equal([1, 2, 1, 1, 1], scanned.Pairs.Counts.ToArray());
        Assert.Equal(5, scanned.TokenCount);
    }

    [Fact]
    public void Scan_Marks_AreWordsWithoutLetters()
    {
        var scanned = new ScannedText();

        scanned.Scan("Warum? \u201EBitte\u201C \u2013 Danke!!");

        Assert.Equal([false, true, true, false, true, false, true], Enumerable.Range(0, scanned.Words.Count).Select(scanned.IsMark));
        Assert.Equal([1, 1, 2, 1, 1, 1, 2], scanned.Words.Counts.ToArray());
    }

    [Theory]
    [InlineData("ab cd", "b|c b|cd ab|c ab|cd")]
    [InlineData("abcdef ghijkl", "f|g f|gh f|ghi f|ghij ef|g ef|gh ef|ghi def|g def|gh cdef|g")]
    [InlineData("a b a b", "a|b b|a")]
    [InlineData("ja.", "a|. ja|.")]
    [InlineData("allein", "")]
    public void Scan_Neighbours_BordersHoldUpToFiveLettersOfBothSides(string text, string borders)
    {
        var expected = new DistinctHashes();
        foreach (var border in borders.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (left, right) = (border.Split('|')[0], border.Split('|')[1]);
            var all = new DistinctHashes();
            WordBorders.AddTo(all, left, right);
            expected.Add(all.Hashes[^1]);
        }

        var scanned = new ScannedText();
        scanned.Scan(text);

        Assert.Equal(expected.Hashes.ToArray().Order(), scanned.Borders.Hashes.ToArray().Order());
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
                && reused.Borders.Hashes.SequenceEqual(fresh.Borders.Hashes)
                && reused.Forms.Hashes.SequenceEqual(fresh.Forms.Hashes);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Scan_ManyDistinctWords_CountsLikeADictionary()
    {
        var words = Enumerable.Range(0, 3000).Select(number => string.Concat(
            number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('a' + (digit - '0'))))).ToArray();
        var scanned = new ScannedText();

        scanned.Scan(string.Join(' ', words.Concat(words)));

        Assert.Equal(words.Distinct().Count(), scanned.Words.Count);
        Assert.All(scanned.Words.Counts.ToArray(), count => Assert.Equal(2, count));
    }

    private static ulong[] FormOf(string text)
    {
        var scanned = new ScannedText();
        scanned.Scan(text);
        return scanned.Forms.Hashes.ToArray();
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
