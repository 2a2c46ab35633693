using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>The names of the kinds, which hosts show and store.</summary>
public class PersonalDataKindsTests
{
    private const string Names =
        "Person: Personen (PERSON); Address: Anschriften (ADRESSE); Email: E-Mail-Adressen (EMAIL); Url: Internetadressen mit persönlichem Teil (URL); "
        + "Telephone: Telefonnummern (TELEFON); DateOfBirth: Geburtsdaten (GEBURTSDATUM); Iban: IBAN (IBAN); Bic: BIC (BIC); BankAccount: Kontonummern (KONTO); "
        + "PaymentCard: Kartennummern (KARTE); TaxNumber: Steuernummern (STEUERNUMMER); TaxId: Steuer-Identifikationsnummern (STEUER_ID); "
        + "SocialInsuranceNumber: Sozialversicherungsnummern (SOZIALVERSICHERUNG); HealthInsuranceNumber: Krankenversichertennummern (KRANKENVERSICHERUNG); "
        + "IdentityDocument: Ausweisnummern (AUSWEIS); LicensePlate: Kennzeichen (KENNZEICHEN); FileNumber: Aktenzeichen (AKTENZEICHEN); "
        + "CustomerNumber: Kundennummern (KUNDENNUMMER); Coordinates: Koordinaten (KOORDINATEN); IpAddress: IP-Adressen (IP)";

    [Fact]
    public void Names_OfAllKinds_AreThoseOfTheDocumentation() =>
        Assert.Equal(Names, string.Join("; ", PersonalDataKinds.All.Select(kind => $"{kind}: {kind.GermanName} ({kind.DefaultLabel})")));

    [Theory]
    [InlineData(-1)]
    [InlineData(20)]
    public void GermanName_UndefinedKind_IsRefused(int kind)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ((PersonalDataKind)kind).GermanName);

        Assert.Equal("kind", error.ParamName);
        Assert.Contains("PersonalDataKinds.All", error.Message, StringComparison.Ordinal);
    }
}
