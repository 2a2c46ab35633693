using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>Blanks and line breaks of every kind: a name ends with its line, an address may go on in the next one, an empty line ends both.</summary>
public class LineBreakTests
{
    private static readonly Anonymizer Anonymizer = new();

    public static TheoryData<string> Blanks => [" ", "  ", "\t", "\u00A0", "\u2003", "\u00AD ", "\0"];

    public static TheoryData<string> LineBreaks => ["\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029", " \n", "\n ", "\t\r\n\t"];

    public static TheoryData<string> EmptyLines => ["\n\n", "\r\r", "\r\n\r\n", "\n\r\n", "\n \n", "\n\r", "\r\n\n", "\u2028\u2028"];

    [Theory]
    [MemberData(nameof(Blanks))]
    public void Anonymize_Blank_SeparatesWordsOfALine(string blank)
    {
        Assert.Equal($"Herr{blank}[PERSON_1] kam", Anonymizer.Anonymize($"Herr{blank}Zwoller kam").Text);
        Assert.Equal("Die [ADRESSE_1] ist laut", Anonymizer.Anonymize($"Die Lindenstraße{blank}5 ist laut").Text);
    }

    [Theory]
    [MemberData(nameof(LineBreaks))]
    public void Anonymize_LineBreak_EndsANameButNoAddress(string lineBreak)
    {
        var text = $"Herr{lineBreak}Zwoller kam";

        Assert.Same(text, Anonymizer.Anonymize(text).Text);
        Assert.Equal($"MfG{lineBreak}[PERSON_1]{lineBreak}Bonn", Anonymizer.Anonymize($"MfG{lineBreak}zwoller{lineBreak}Bonn").Text);
        Assert.Equal("[ADRESSE_1]", Anonymizer.Anonymize($"Lindenstraße 5{lineBreak}53111 Bonn").Text);
        Assert.Equal($"Nachname:{lineBreak}[PERSON_1]", Anonymizer.Anonymize($"Nachname:{lineBreak}Zwoller").Text);
    }

    [Theory]
    [MemberData(nameof(EmptyLines))]
    public void Anonymize_EmptyLine_EndsALabel(string emptyLine)
    {
        var text = $"Nachname:{emptyLine}Zwoller";

        Assert.Same(text, Anonymizer.Anonymize(text).Text);
    }
}
