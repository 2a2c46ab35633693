using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

public class AnonymizationOptionsTests
{
    private const string Letter = "Herr Meier, Tel. 0228/123456, meier@web.de";

    [Fact]
    public void Kinds_OnlySome_OthersStay()
    {
        var anonymizer = new Anonymizer(AnonymizationOptions.Default with { Kinds = [PersonalDataKind.Email] });

        Assert.Equal("Herr Meier, Tel. 0228/123456, [EMAIL_1]", anonymizer.Anonymize(Letter).Text);
    }

    [Fact]
    public void Kinds_Undefined_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Anonymizer(AnonymizationOptions.Default with { Kinds = [(PersonalDataKind)99] }));

    [Fact]
    public void Labels_Own_AreUsedAndRecognisedAgain()
    {
        var anonymizer = new Anonymizer(AnonymizationOptions.Default with { Labels = new Dictionary<PersonalDataKind, string> { [PersonalDataKind.Person] = "NAME_X" } });
        var result = anonymizer.Anonymize("Herr Meier und Frau Schulz").Text;

        Assert.Equal("Herr [NAME_X_1] und Frau [NAME_X_2]", result);
        Assert.Equal(result + " und Frau [NAME_X_3]", anonymizer.Anonymize(result + " und Frau Lehmann").Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("1A")]
    [InlineData("A-B")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNO")]
    public void Labels_NotAllowed_AreRefused(string label)
    {
        var options = AnonymizationOptions.Default with { Labels = new Dictionary<PersonalDataKind, string> { [PersonalDataKind.Person] = label } };

        Assert.Throws<ArgumentException>(() => new Anonymizer(options));
    }

    [Fact]
    public void KeptValues_InAnySpelling_Stay()
    {
        var anonymizer = new Anonymizer(AnonymizationOptions.Default with { KeptValues = ["0228 12 34 56", "MEIER@WEB.DE"] });

        Assert.Equal("Herr [PERSON_1], Tel. 0228/123456, meier@web.de", anonymizer.Anonymize(Letter).Text);
    }

    [Fact]
    public void KeptValues_WithUmlauts_MeetTheirTranscriptions()
    {
        var anonymizer = new Anonymizer(AnonymizationOptions.Default with { KeptValues = ["Bürgerstraße 5", "Zwöller"] });

        Assert.Equal("Buergerstrasse 5, Frau Zwoeller, [ADRESSE_1], Frau [PERSON_1]", anonymizer.Anonymize("Buergerstrasse 5, Frau Zwoeller, Burgerstraße 5, Frau Zwoller").Text);
    }

    [Fact]
    public void MaximumLength_TooSmall_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Anonymizer(AnonymizationOptions.Default with { MaximumLength = 63 }));

    [Fact]
    public void MaximumLength_LongText_IsCutWithoutBreakingAPair()
    {
        var anonymizer = new Anonymizer(AnonymizationOptions.Default with { MaximumLength = 64 });
        var result = anonymizer.Anonymize(new string('x', 63) + "😀 Ende");

        Assert.True(result.IsTruncated);
        Assert.Equal(new string('x', 63), result.Text);
    }

    [Theory]
    [InlineData(63, "", 63)]
    [InlineData(64, "", 64)]
    [InlineData(48, " Herr Meier", 64)]
    [InlineData(47, " Herr Meier.", 64)]
    public void MaximumLength_TextThatFits_IsWhole(int letters, string rest, int length)
    {
        var anonymizer = new Anonymizer(AnonymizationOptions.Default with { MaximumLength = 64 });
        var result = anonymizer.Anonymize(new string('x', letters) + rest);

        Assert.False(result.IsTruncated);
        Assert.Equal(length, result.Text.Length);
        Assert.Equal(rest.Length > 0 ? 1 : 0, result.Counts.Total);
        Assert.Equal(new string('x', letters) + rest.Replace("Meier", "[PERSON_1]", StringComparison.Ordinal), result.Text);
    }

    [Theory]
    [InlineData(65, "", "", 0)]
    [InlineData(58, " Herr Meier", " Herr ", 0)]
    [InlineData(49, " Herr Meier", " Herr ", 0)]
    [InlineData(60, " Herr Meier", " Her", 0)]
    [InlineData(48, " Herr Meier.", " Herr [PERSON_1]", 1)]
    [InlineData(40, " Herr Meier, Frau Schulz", " Herr [PERSON_1], Frau ", 1)]
    [InlineData(39, " Herr Meier oder Frau Schulz", " Herr [PERSON_1] oder Fra", 1)]
    public void MaximumLength_TextTooLong_IsCutBeforeThePlaceholderThatDoesNotFit(int letters, string rest, string expected, int replaced)
    {
        var anonymizer = new Anonymizer(AnonymizationOptions.Default with { MaximumLength = 64 });
        var result = anonymizer.Anonymize(new string('x', letters) + rest);

        Assert.True(result.IsTruncated);
        Assert.Equal(new string('x', Math.Min(letters, 64)) + expected, result.Text);
        Assert.Equal(replaced, result.Counts.Total);
        Assert.Equal(replaced, result.Replacements.Count);
    }

    [Fact]
    public void Names_OwnList_ReplacesTheShippedOne()
    {
        var names = NameList.Read(new StringReader("# eigene\n[Vornamen]\nQuirin\n[Nachnamen]\nZwölfer Stein~\n"), "eigene.txt");
        var own = new Anonymizer(AnonymizationOptions.Default with { Names = names });
        var both = new Anonymizer(AnonymizationOptions.Default with { Names = NameList.Germany.Extend(names) });

        Assert.Equal("[PERSON_1] und Thomas und der Stein", own.Anonymize("Quirin Zwoelfer und Thomas und der Stein").Text);
        Assert.Equal("[PERSON_1] und [PERSON_2] und der Stein", both.Anonymize("Quirin Zwoelfer und Thomas und der Stein").Text);
        Assert.Equal("Herr [PERSON_1] und Thomas", new Anonymizer(AnonymizationOptions.Default with { Names = NameList.Empty }).Anonymize("Herr Müller und Thomas").Text);
    }

    [Fact]
    public void NameList_BrokenFile_AllProblemsAreNamedWithLine()
    {
        var error = Assert.Throws<FormatException>(() => NameList.Read(new StringReader("Meier\n[Orte]\nBonn\n[Vornamen]\n123\n"), "namen.txt"));

        Assert.Contains("namen.txt, line 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("namen.txt, line 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("namen.txt, line 5", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Meier", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_OfSeveralTexts_AddUpAndHoldNoContent()
    {
        var anonymizer = new Anonymizer();
        var counts = anonymizer.Anonymize(Letter).Counts.Add(anonymizer.Anonymize("Frau Schulz").Counts);

        Assert.Equal(2, counts[PersonalDataKind.Person]);
        Assert.Equal(4, counts.Total);
        Assert.Equal("Personen: 2, E-Mail-Adressen: 1, Telefonnummern: 1", counts.ToString());
        Assert.Equal("keine personenbezogenen Angaben", PersonalDataCounts.None.ToString());
        Assert.Equal(counts, PersonalDataCounts.None.Add(counts));
        Assert.Equal(counts.GetHashCode(), PersonalDataCounts.None.Add(counts).GetHashCode());
        Assert.NotEqual(counts.GetHashCode(), PersonalDataCounts.None.GetHashCode());
        Assert.False(counts.Equals((object?)PersonalDataCounts.None));
        Assert.False(counts.Equals(null));
        Assert.Equal(counts.ToString(), string.Join(", ", counts.Present.Select(pair => $"{pair.Key.GermanName}: {pair.Value}")));
    }

    [Fact]
    public void Anonymize_Null_IsRefused()
    {
        var anonymizer = new Anonymizer();

        Assert.Throws<ArgumentNullException>(() => anonymizer.Anonymize(null!));
        Assert.Throws<ArgumentNullException>(() => anonymizer.Anonymize(null!, TextWriter.Null));
        Assert.Throws<ArgumentNullException>(() => anonymizer.Anonymize(TextReader.Null, null!));
        Assert.Throws<ArgumentNullException>(() => new Anonymizer(null!));
        Assert.Throws<ArgumentNullException>(() => PersonalDataCounts.None.Add(null!));
        Assert.Throws<ArgumentNullException>(() => NameList.Germany.Extend(null!));
    }
}
