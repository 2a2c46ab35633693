using System.Globalization;
using System.Numerics;

namespace Krm.Analytics.Tests.Anonymization.Planting;

/// <summary>Check digits computed by the books, independently of the product: big integers and tables instead of running remainders.</summary>
public static class CheckDigits
{
    public static string Iban(string country, string account)
    {
        var digits = string.Concat((account + country + "00").Select(character => char.IsDigit(character) ? character.ToString() : (character - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return (98 - (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97)).ToString("00", CultureInfo.InvariantCulture);
    }

    public static int Luhn(string digits) =>
        (10 - (digits.Reverse().Select((digit, index) => CrossSum((digit - '0') * (index % 2 == 0 ? 2 : 1))).Sum() % 10)) % 10;

    /// <summary>ISO 7064 MOD 11,10.</summary>
    public static int TaxId(string digits)
    {
        var product = digits.Aggregate(10, (state, digit) => (((state + digit - '0') % 10) is 0 ? 10 : (state + digit - '0') % 10) * 2 % 11);
        return product == 1 ? 0 : 11 - product;
    }

    public static int SocialInsurance(string body) => Weighted(Expand(body, 8), [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]);

    public static int HealthInsurance(string body) => Weighted(Expand(body, 0), [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);

    public static int Document(string body) =>
        body.Select((character, index) => (char.IsDigit(character) ? character - '0' : character - 55) * new[] { 7, 3, 1 }[index % 3]).Sum() % 10;

    /// <summary>The letter at a place becomes its number in the alphabet, two digits.</summary>
    private static string Expand(string body, int letter) =>
        body[..letter] + (body[letter] - 64).ToString("00", CultureInfo.InvariantCulture) + body[(letter + 1)..];

    private static int Weighted(string digits, int[] weights) =>
        digits.Zip(weights, (digit, weight) => CrossSum((digit - '0') * weight)).Sum() % 10;

    private static int CrossSum(int value) => (value / 10) + (value % 10);
}
