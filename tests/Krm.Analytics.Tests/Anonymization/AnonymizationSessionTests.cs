using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

public class AnonymizationSessionTests
{
    private static readonly Anonymizer Anonymizer = new();

    [Fact]
    public void Anonymize_TextsOfOneCase_ShareTheirPlaceholders()
    {
        var session = Anonymizer.BeginCase();

        Assert.Equal("Frau [PERSON_1] bat um Rückruf: [TELEFON_1]", session.Anonymize("Frau Ulrike Lohmann bat um Rückruf: 0228/123456").Text);
        Assert.Equal("Rückruf bei Frau [PERSON_1] unter [TELEFON_1]; [TELEFON_2] geht nicht", session.Anonymize("Rückruf bei Frau Lohmann unter +49 228 123456; 0171 9876543 geht nicht").Text);
    }

    [Fact]
    public void Anonymize_AnotherCase_BeginsWithOne()
    {
        Assert.Equal("Herr [PERSON_1]", Anonymizer.Anonymize("Herr Meier").Text);
        Assert.Equal("Herr [PERSON_1]", Anonymizer.Anonymize("Herr Schulz").Text);
        Assert.Equal("die Krawuttkes Meier", Anonymizer.Anonymize("die Krawuttkes Meier").Text.Replace("[PERSON_1]", "Meier", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Hans Meier und Anna Meier", "[PERSON_1] und [PERSON_2]")]
    [InlineData("Herr Meier, also Hans Meier", "Herr [PERSON_1], also [PERSON_1]")]
    [InlineData("Hans Meier. Herr Meier", "[PERSON_1]. Herr [PERSON_1]")]
    [InlineData("IBAN DE89 3704 0044 0532 0130 00 = de89370400440532013000", "IBAN [IBAN_1] = [IBAN_1]")]
    [InlineData("A.Weiss@WEB.de oder a.weiss@web.de", "[EMAIL_1] oder [EMAIL_1]")]
    public void Anonymize_SameValue_SamePlaceholder(string text, string expected) => Assert.Equal(expected, Anonymizer.Anonymize(text).Text);

    [Fact]
    public void Anonymize_LastNameBeforeItsSalutation_IsFoundToo() =>
        Assert.Equal("[PERSON_1] war hier. Das war Herr [PERSON_1].", Anonymizer.Anonymize("Krawuttke war hier. Das war Herr Krawuttke.").Text);

    [Fact]
    public void Anonymize_PlaceholdersOfAnEarlierRun_KeepTheirNumbers() =>
        Assert.Equal("[PERSON_4] traf Herrn [PERSON_5] und [EMAIL_2]", Anonymizer.Anonymize("[PERSON_4] traf Herrn Krawuttke und [EMAIL_2]").Text);

    [Fact]
    public void Anonymize_Reader_StopsWhenAsked()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Anonymizer.Anonymize(new StringReader("Herr Meier"), TextWriter.Null, source.Token));
    }

    [Fact]
    public void Anonymize_Reader_WritesPlaceholdersAndCounts()
    {
        var writer = new StringWriter();
        var counts = Anonymizer.Anonymize(new StringReader("Herr Meier, meier@web.de"), writer);

        Assert.Equal("Herr [PERSON_1], [EMAIL_1]", writer.ToString());
        Assert.Equal(2, counts.Total);
    }
}
