using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>Addresses in spellings that were once missed or only half replaced.</summary>
public class AddressSpellingTests
{
    private static readonly Anonymizer Anonymizer = new();

    [Theory]
    [InlineData("Ich wohne 35366 Wannerode", "Ich wohne [ADRESSE_1]")]
    [InlineData("Es geht um 75671 Luisendorf", "Es geht um [ADRESSE_1]")]
    [InlineData("in 73525 Schwäbisch Gmünd", "in [ADRESSE_1]")]
    [InlineData("23552 Hansestadt Lübeck", "[ADRESSE_1]")]
    [InlineData("26180 Rastede OT Loy", "[ADRESSE_1]")]
    [InlineData("99999 Neu Zwoll an der Oos", "[ADRESSE_1]")]
    [InlineData("birkenweg 7, 72622 nürtingen", "[ADRESSE_1]")]
    [InlineData("Birkenweg 7, Nürtingen", "[ADRESSE_1]")]
    [InlineData("Birkenweg 7, Whg. 12", "[ADRESSE_1], Whg. 12")]
    [InlineData("Birkenweg 7 1/2", "[ADRESSE_1]")]
    [InlineData("St. Ingberter Str. 96 b", "[ADRESSE_1]")]
    [InlineData("Adresse: Hermann-von-Helmholtz-Str. 102/3", "Adresse: [ADRESSE_1]")]
    [InlineData("Ludwig-Erhard-Anlage 3 und Faßbacher Hof 46", "[ADRESSE_1] und [ADRESSE_2]")]
    [InlineData("Absender: Lindenhütte 4, 53111 Bonn", "Absender: [ADRESSE_1]")]
    [InlineData("vor Längsleimbach 78a liegt Müll", "[ADRESSE_1] liegt Müll")]
    [InlineData("im Forellental Nr. 68 liegt Müll", "im [ADRESSE_1] liegt Müll")]
    [InlineData("Am Kiesberg Nr. 40 liegt Müll", "[ADRESSE_1] liegt Müll")]
    [InlineData("Auf der Weide 153 ist es laut", "[ADRESSE_1] ist es laut")]
    [InlineData("Ku'damm 26", "[ADRESSE_1]")]
    [InlineData("Alte Steige 5", "[ADRESSE_1]")]
    [InlineData("Packstation 123", "Packstation [ADRESSE_1]")]
    public void Anonymize_AddressOnceMissed_IsReplaced(string text, string expected) => Assert.Equal(expected, Anonymizer.Anonymize(text).Text);

    [Theory]
    [InlineData("rund 12345 Unterschriften")]
    [InlineData("die Strecke 4x gefahren")]
    [InlineData("Verkehrszeichen 315 fehlt")]
    [InlineData("der Zebrastreifen 5 m weiter")]
    [InlineData("Schulhof 3 Bänke")]
    [InlineData("Verkehrsinsel 3 fehlt")]
    [InlineData("der am Baum Nr. 9 steht")]
    public void Anonymize_NumbersBehindWords_Stay(string text) => Assert.Same(text, Anonymizer.Anonymize(text).Text);
}
