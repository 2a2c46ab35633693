using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>E-mail addresses and numbers in spellings that were once missed.</summary>
public class NumberSpellingTests
{
    private static readonly Anonymizer Anonymizer = new();

    [Theory]
    [InlineData("mueller at web punkt de", "[EMAIL_1]")]
    [InlineData("hans.meier AT web.de", "[EMAIL_1]")]
    [InlineData("mueller{at}web.de", "[EMAIL_1]")]
    [InlineData("müller@web .de bitte", "[EMAIL_1] bitte")]
    [InlineData("hans_meier@ web.de", "[EMAIL_1]")]
    [InlineData("Führerschein B072RRE2I55", "Führerschein [AUSWEIS_1]")]
    [InlineData("Sie erreichen mich unter 77 12 34", "Sie erreichen mich unter [TELEFON_1]")]
    [InlineData("Bitte rufen Sie unter 771234 zurück", "Bitte rufen Sie unter [TELEFON_1] zurück")]
    public void Anonymize_NumberOnceMissed_IsReplaced(string text, string expected) => Assert.Equal(expected, Anonymizer.Anonymize(text).Text);

    [Theory]
    [InlineData("unter 12345 Euro")]
    [InlineData("unter 77123 Anträgen war keiner")]
    [InlineData("we met at home . de")]
    [InlineData("look at web")]
    [InlineData("a @ b")]
    public void Anonymize_OtherNumbers_Stay(string text) => Assert.Same(text, Anonymizer.Anonymize(text).Text);
}
