using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Tests.Anonymization.Planting;

namespace Krm.Analytics.Tests.Anonymization.Reading;

/// <summary>Published examples, and for random numbers exactly one right check digit: the one the books give.</summary>
public class ChecksumsTests
{
    private const int Numbers = 2_000;

    [Theory]
    [InlineData("DE89370400440532013000")]
    [InlineData("GB82WEST12345698765432")]
    [InlineData("NO9386011117947")]
    public void IsIban_PublishedExample_IsRight(string iban) => Assert.True(Checksums.IsIban(iban));

    [Fact]
    public void IsSocialInsuranceNumber_PublishedExample_IsRight() => Assert.True(Checksums.IsSocialInsuranceNumber("65170839J003"));

    [Fact]
    public void IsHealthInsuranceNumber_PublishedExample_IsRight() => Assert.True(Checksums.IsHealthInsuranceNumber("A123456780"));

    [Fact]
    public void IsTaxId_PublishedExample_IsRight() => Assert.True(Checksums.IsTaxId("86095742719"));

    [Fact]
    public void IsTaxId_LeadingZero_IsWrong()
    {
        var digits = "0123456789";

        Assert.False(Checksums.IsTaxId(digits + CheckDigits.TaxId(digits)));
    }

    [Fact]
    public void IsIdentityDocument_PublishedExample_IsRight() => Assert.True(Checksums.IsIdentityDocument("T220001293"));

    [Fact]
    public void AllChecks_RandomNumbers_AcceptExactlyTheRightDigit()
    {
        var dice = new Dice(97);
        for (var round = 0; round < Numbers; round++)
        {
            var digits = dice.Number(10);
            AssertOnlyDigit(CheckDigits.TaxId(digits), digit => Checksums.IsTaxId(digits + digit));
            var insured = dice.Digits(8) + dice.Letter() + dice.Digits(2);
            AssertOnlyDigit(CheckDigits.SocialInsurance(insured), digit => Checksums.IsSocialInsuranceNumber(insured + digit));
            var patient = dice.Letter() + dice.Digits(8);
            AssertOnlyDigit(CheckDigits.HealthInsurance(patient), digit => Checksums.IsHealthInsuranceNumber(patient + digit));
            var document = $"{dice.Letter()}{dice.Digits(3)}{dice.Letter()}{dice.Digits(4)}";
            AssertOnlyDigit(CheckDigits.Document(document), digit => Checksums.IsIdentityDocument(document + digit));
            var card = dice.Digits(15);
            AssertOnlyDigit(CheckDigits.Luhn(card), digit => Checksums.IsLuhn(card + digit));
        }
    }

    [Fact]
    public void IsIban_OneDigitChanged_IsWrong()
    {
        var dice = new Dice(36);
        for (var round = 0; round < Numbers; round++)
        {
            var account = dice.Digits(18);
            var iban = ("DE" + CheckDigits.Iban("DE", account) + account).ToCharArray();
            Assert.True(Checksums.IsIban(iban));
            var place = dice.Between(4, 21);
            iban[place] = (char)('0' + ((iban[place] - '0' + dice.Between(1, 9)) % 10));
            Assert.False(Checksums.IsIban(iban));
        }
    }

    private static void AssertOnlyDigit(int expected, Func<int, bool> isRight) =>
        Assert.Equal([expected], Enumerable.Range(0, 10).Where(isRight));
}
