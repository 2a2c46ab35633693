using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>Names in spellings that were once missed or only half replaced.</summary>
public class NameSpellingTests
{
    private static readonly Anonymizer Anonymizer = new();

    [Theory]
    [InlineData("Herr K.-H. Wolpers kam", "Herr [PERSON_1] kam")]
    [InlineData("Herr v. d. Heide und Frau v. Tränkle", "Herr [PERSON_1] und Frau [PERSON_2]")]
    [InlineData("Ann-Kathrin v. Tränkle", "[PERSON_1]")]
    [InlineData("Mohammed Al-Rashid fragt", "[PERSON_1] fragt")]
    [InlineData("die Herren Zwoller und Saathuber", "die Herren [PERSON_1] und [PERSON_2]")]
    [InlineData("die Herren Zwoller, Saathuber", "die Herren [PERSON_1], [PERSON_2]")]
    [InlineData("i.A. Zwoller", "i.A. [PERSON_1]")]
    [InlineData("i. V. Zwoller", "i. V. [PERSON_1]")]
    [InlineData("Im Auftrag\nP. Zwoller", "Im Auftrag\n[PERSON_1]")]
    [InlineData("In Vertretung\nZwoller", "In Vertretung\n[PERSON_1]")]
    [InlineData("Es grüßt Sie\nC. Zwoller", "Es grüßt Sie\n[PERSON_1]")]
    [InlineData("Gruß, L. Jellinghäuserhaus", "Gruß, [PERSON_1]")]
    [InlineData("MfG\nY. Zimmer", "MfG\n[PERSON_1]")]
    [InlineData("Viele Grüße\nIlja Marl", "Viele Grüße\n[PERSON_1]")]
    [InlineData("Frau Steinkamp und Herr Schlechtweg", "Frau [PERSON_1] und Herr [PERSON_2]")]
    [InlineData("mein Sachbearbeiter Klossweg sagt", "mein Sachbearbeiter [PERSON_1] sagt")]
    [InlineData("mein Vermieter Zwoller", "mein Vermieter [PERSON_1]")]
    [InlineData("mit dem Fahrer Zwoller", "mit dem Fahrer [PERSON_1]")]
    [InlineData("POM Zwoller und PHK Saathuber", "POM [PERSON_1] und PHK [PERSON_2]")]
    [InlineData("Kunde: Zwoller, Sven", "Kunde: [PERSON_1]")]
    [InlineData("Zwoller, Sven", "[PERSON_1]")]
    [InlineData("Nachname Zwoller Vorname Sven", "Nachname [PERSON_1] Vorname [PERSON_2]")]
    [InlineData("Name Zwoller Vorname Sven", "Name [PERSON_1] Vorname [PERSON_2]")]
    [InlineData("mein name ist sven zwoller", "mein name ist [PERSON_1]")]
    [InlineData("mit freundlichen grüßen\nsven zwoller", "mit freundlichen grüßen\n[PERSON_1]")]
    [InlineData("mfg\nzwoller", "mfg\n[PERSON_1]")]
    [InlineData("mfg karl-heinz wurster", "mfg [PERSON_1]")]
    [InlineData("sehr geehrte frau zwoller, danke", "sehr geehrte frau [PERSON_1], danke")]
    [InlineData("von herrn zwoller gehört", "von herrn [PERSON_1] gehört")]
    [InlineData("hans-peter maier hat", "[PERSON_1] hat")]
    [InlineData("instagram: @hans.maier", "instagram: [URL_1]")]
    public void Anonymize_NameOnceMissed_IsReplaced(string text, string expected) => Assert.Equal(expected, Anonymizer.Anonymize(text).Text);

    [Theory]
    [InlineData("meine frau sagte nein")]
    [InlineData("der herr kam zu spät")]
    [InlineData("eine frau stürzte")]
    [InlineData("viele grüße\nein bürger")]
    [InlineData("die Mitarbeiter BonnOrange")]
    [InlineData("Im Auftrag der Stadt")]
    [InlineData("Anlage: siehe Auftrag")]
    [InlineData("Zweite, dritte und vierte Reihe")]
    public void Anonymize_WordsLikeNames_Stay(string text) => Assert.Same(text, Anonymizer.Anonymize(text).Text);
}
