using Krm.Analytics.Anonymization;
using Krm.Analytics.Tests.Anonymization.Planting;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>Planted items again, but the whole sentence counts: exactly the item becomes one placeholder of its kind, nothing around it changes.</summary>
/// <remarks>The rest are items that share their place with a neighbour, such as an initial or the country before a postcode; the number is pinned so that a change of any recogniser shows.</remarks>
public class PlacementTests
{
    private const int Items = 150;

    private static readonly Anonymizer Anonymizer = new();

    [Theory]
    [InlineData(PersonalDataKind.Person, 149)]
    [InlineData(PersonalDataKind.Address, 147)]
    [InlineData(PersonalDataKind.Email, 150)]
    [InlineData(PersonalDataKind.Url, 150)]
    [InlineData(PersonalDataKind.Telephone, 150)]
    [InlineData(PersonalDataKind.DateOfBirth, 150)]
    [InlineData(PersonalDataKind.Iban, 150)]
    [InlineData(PersonalDataKind.Bic, 150)]
    [InlineData(PersonalDataKind.BankAccount, 150)]
    [InlineData(PersonalDataKind.PaymentCard, 150)]
    [InlineData(PersonalDataKind.TaxNumber, 119)]
    [InlineData(PersonalDataKind.TaxId, 150)]
    [InlineData(PersonalDataKind.SocialInsuranceNumber, 150)]
    [InlineData(PersonalDataKind.HealthInsuranceNumber, 150)]
    [InlineData(PersonalDataKind.IdentityDocument, 150)]
    [InlineData(PersonalDataKind.LicensePlate, 150)]
    [InlineData(PersonalDataKind.FileNumber, 150)]
    [InlineData(PersonalDataKind.CustomerNumber, 150)]
    [InlineData(PersonalDataKind.Coordinates, 150)]
    [InlineData(PersonalDataKind.IpAddress, 150)]
    public void Anonymize_PlantedItems_BecomeOnePlaceholderEach(PersonalDataKind kind, int exact) => Assert.Equal(exact, CountExact(kind));

    internal static int CountExact(PersonalDataKind kind)
    {
        var dice = new Dice(815 + (int)kind);
        var exact = 0;
        for (var count = 0; count < Items; count++)
        {
            var item = RecallTests.Generate(kind, dice).Between(dice.Pick(RecallTests.Before), dice.Pick(RecallTests.After));
            var expected = $"{item.Text[..item.Start]}[{kind.DefaultLabel}_1]{item.Text[(item.Start + item.Length)..]}";
            exact += Anonymizer.Anonymize(item.Text).Text == expected ? 1 : 0;
        }

        return exact;
    }
}
