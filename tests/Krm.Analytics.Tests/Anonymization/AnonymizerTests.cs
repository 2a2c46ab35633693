using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

public class AnonymizerTests
{
    private static readonly Anonymizer Anonymizer = new();

    public static TheoryData<string, string> Examples => new()
    {
        // E-mail
        { "Schreiben Sie an max.muster@example.de.", "Schreiben Sie an [EMAIL_1]." },
        { "Mail: Anna-Lena.Weiss+amt@mail.web-post.co.uk, danke", "Mail: [EMAIL_1], danke" },
        { "an peter.lustig (at) web.de bitte", "an [EMAIL_1] bitte" },
        { "an peter.lustig[at]web[dot]de bitte", "an [EMAIL_1] bitte" },
        { "der Preis @ 5 Euro", "der Preis @ 5 Euro" },

        // Telephone
        { "Tel. 0228/123456", "Tel. [TELEFON_1]" },
        { "Rufen Sie +49 (0)228 / 12 34 56 an.", "Rufen Sie [TELEFON_1] an." },
        { "erreichbar unter (0228) 12 34-56 abends", "erreichbar unter [TELEFON_1] abends" },
        { "Handy 0171-1234567!", "Handy [TELEFON_1]!" },
        { "0049 171 1234567", "[TELEFON_1]" },
        { "unter 030.123.456.78 oder 0171 1234567", "unter [TELEFON_1] oder [TELEFON_2]" },
        { "Telefon: 77 12 34", "Telefon: [TELEFON_1]" },
        { "erst 0228 123456, dann +49 228 123456", "erst [TELEFON_1], dann [TELEFON_1]" },
        { "Tel.: 0228/123456 12.03.2017 um 10 Uhr", "Tel.: [TELEFON_1] 12.03.2017 um 10 Uhr" },

        // IBAN, BIC
        { "IBAN DE89 3704 0044 0532 0130 00", "IBAN [IBAN_1]" },
        { "Konto de89370400440532013000 bitte", "Konto [IBAN_1] bitte" },
        { "DE89-3704-0044-0532-0130-00, BIC COBADEFFXXX", "[IBAN_1], BIC [BIC_1]" },
        { "AT61 1904 3002 3457 3201", "[IBAN_1]" },
        { "DE88 3704 0044 0532 0130 00", "DE88 3704 0044 0532 0130 00" },

        // Licence plates
        { "Das Auto B-AB 1234 parkt dort.", "Das Auto [KENNZEICHEN_1] parkt dort." },
        { "BN-XY 12E und HH AB 123", "[KENNZEICHEN_1] und [KENNZEICHEN_2]" },
        { "Kennzeichen: bn xy 123", "Kennzeichen: [KENNZEICHEN_1]" },

        // Names
        { "Sehr geehrter Herr Müller, danke", "Sehr geehrter Herr [PERSON_1], danke" },
        { "mit Herrn Dr. von der Heide gesprochen", "mit Herrn [PERSON_1] gesprochen" },
        { "Frau Prof. Dr. Öztürk-Demir sagte", "Frau [PERSON_1] sagte" },
        { "Sehr geehrte Damen und Herren, Frau Xylander fehlt", "Sehr geehrte Damen und Herren, Frau [PERSON_1] fehlt" },
        { "Familie van den Berg wohnt dort", "Familie [PERSON_1] wohnt dort" },
        { "herr schmidt hat", "herr [PERSON_1] hat" },
        { "Hans Meier rief an. Meier war laut.", "[PERSON_1] rief an. [PERSON_1] war laut." },
        { "Mit freundlichen Grüßen\nKarla Ypsilanti", "Mit freundlichen Grüßen\n[PERSON_1]" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Anonymize_PersonalData_IsReplaced(string text, string expected) => Assert.Equal(expected, Anonymizer.Anonymize(text).Text);

    [Theory]
    [InlineData("Nach § 31 Abs. 3 VwVfG und § 14 Abs. 1 Satz 2 BGB gilt das nicht.")]
    [InlineData("Das kostet 12.345,67 Euro oder 1.200 EUR, also 15,50 € im Monat.")]
    [InlineData("Am 12.03.2017 um 08:30 Uhr, wieder am 1. April 2018.")]
    [InlineData("Geöffnet Mo-Fr 08:00-12:00 und 14.00 - 18.00 Uhr.")]
    [InlineData("Auf der Kölnstraße fehlt ein Radweg, auch in der Adenauerallee.")]
    [InlineData("Der Radweg ist 1,5 m breit, 200 m lang und 3 Jahre alt.")]
    [InlineData("Sehr geehrte Damen und Herren, die B 9 und die A 565 sind laut.")]
    [InlineData("Tempo 30 in der Zone 30, Linie 66, Gleis 5, Seite 12.")]
    [InlineData("Papier DIN A 4 nach DIN EN 12464, Ausgabe 1.2.3.4")]
    [InlineData("Seit 2017 gab es 12500 Einwohner und 53111 Fahrräder.")]
    [InlineData("")]
    public void Anonymize_OrdinaryText_StaysAsItIs(string text)
    {
        var result = Anonymizer.Anonymize(text);

        Assert.Same(text, result.Text);
        Assert.Equal(0, result.Counts.Total);
    }
}
