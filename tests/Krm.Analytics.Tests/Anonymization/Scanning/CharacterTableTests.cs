using System.Globalization;
using System.Text;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Tests.Anonymization.Scanning;

/// <summary>Classes and foldings of single characters against Unicode's own tables.</summary>
public class CharacterTableTests
{
    /// <summary>Letters whose folding Unicode's decomposition does not give: strokes, ligatures, the German umlauts.</summary>
    private const string Special =
        "ä=ae æ=ae ö=oe ø=oe œ=oe ü=ue ß=ss ẞ=ss đ=d ð=d ħ=h ı=i ł=l ŀ=l ŉ=n ŧ=t þ=t";

    private static readonly Dictionary<char, string> Specials = Special.Split(' ').ToDictionary(pair => pair[0], pair => pair[2..]);

    [Fact]
    public void Fold_LatinLetterWithMark_IsItsBaseLetter()
    {
        const string Letters =
            "àáâãåāăąçćĉċčďèéêëēĕėęěĝğġģǧĥìíîïĩīĭįĵķĺļľñńņňòóôõōŏőŕŗřśŝşšșţťțùúûũūŭůűųŵýÿŷźżž";

        var wrong = (Letters + Letters.ToUpperInvariant()).Where(letter => CharacterTable.Fold(letter) != char.ToLowerInvariant(letter.ToString().Normalize(NormalizationForm.FormD)[0]));

        Assert.Empty(wrong);
        Assert.Equal('i', CharacterTable.Fold('İ'));
    }

    [Fact]
    public void Fold_SpecialLetter_IsItsTranscription()
    {
        Assert.All(Specials, pair => Assert.Equal(Packed(pair.Value), CharacterTable.Fold(pair.Key)));
        Assert.All(Specials, pair => Assert.Equal(Packed(pair.Value), CharacterTable.Fold(char.ToUpperInvariant(pair.Key))));
        Assert.Equal('e', CharacterTable.Fold('\u0308'));
    }

    [Fact]
    public void Fold_OtherLetter_IsTheSmallOne()
    {
        Assert.All("AZazƒΩЖж中", letter => Assert.Equal(char.ToLowerInvariant(letter), CharacterTable.Fold(letter)));
        Assert.All("0 -.ªº\u00AD\u0301\n", character => Assert.Equal(0u, CharacterTable.Fold(character)));
    }

    [Fact]
    public void ClassOf_EveryCharacter_FollowsUnicode()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var character = (char)code;
            Assert.True(ExpectedClass(character) == CharacterTable.ClassOf(character), $"U+{code:X4}");
        }
    }

    [Fact]
    public void IsCapital_EveryCharacter_FollowsUnicode()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            Assert.Equal(char.IsUpper((char)code), CharacterTable.IsCapital((char)code));
        }
    }

    [Fact]
    public void AsciiTests_EveryCharacter_TakeNothingBesideAscii()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var character = (char)code;
            Assert.Equal(char.IsAsciiDigit(character), CharacterTable.IsDigit(character));
            Assert.Equal(char.IsAsciiLetter(character), CharacterTable.IsAsciiLetter(character));
            Assert.Equal(char.IsAsciiLetterOrDigit(character), CharacterTable.IsAsciiLetterOrDigit(character));
            Assert.Equal("-‐‑‒–—−".Contains(character, StringComparison.Ordinal), CharacterTable.IsHyphen(character));
        }
    }

    private static byte ExpectedClass(char character) => CharUnicodeInfo.GetUnicodeCategory(character) switch
    {
        _ when character is >= '0' and <= '9' => CharacterTable.DigitClass,
        _ when character is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => CharacterTable.LineBreakClass,
        _ when character is '\u00AD' or (>= '\u0300' and <= '\u036F') or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => CharacterTable.IgnorableClass,
        _ when character is 'ª' or 'º' => CharacterTable.SymbolClass,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharacterTable.LetterClass,
        UnicodeCategory.Control or UnicodeCategory.SpaceSeparator => CharacterTable.BlankClass,
        _ => CharacterTable.SymbolClass,
    };

    /// <summary>One or two letters as the table packs them, the second one in the high byte.</summary>
    private static uint Packed(string letters) => letters.Length > 1 ? letters[0] | ((uint)letters[1] << 8) : letters[0];
}
