namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Check digits of numbers that people write into letters.</summary>
/// <remarks>All take the bare number: capital letters and digits, no separators, of the length stated.</remarks>
internal static class Checksums
{
    /// <summary>ISO 7064 MOD 97-10 as ISO 13616 uses it: the number with its first four characters moved to the end leaves 1.</summary>
    public static bool IsIban(ReadOnlySpan<char> iban)
    {
        var remainder = 0;
        for (var index = 0; index < iban.Length; index++)
        {
            var character = iban[(index + 4) % iban.Length];
            remainder = CharacterValue(character) is var value && value > 9 ? ((remainder * 100) + value) % 97 : ((remainder * 10) + value) % 97;
        }

        return remainder == 1;
    }

    /// <summary>ISO 7064 MOD 11,10 over eleven digits, the first one not 0 (§ 139b AO, § 1 StIdV).</summary>
    public static bool IsTaxId(ReadOnlySpan<char> digits)
    {
        var product = 10;
        for (var index = 0; index < 10; index++)
        {
            var sum = (digits[index] - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return digits[0] != '0' && (11 - product) % 10 == digits[10] - '0';
    }

    /// <summary>Twelve characters: area, day of birth, letter, serial number, check digit (§ 2 VKVV).</summary>
    public static bool IsSocialInsuranceNumber(ReadOnlySpan<char> number)
    {
        ReadOnlySpan<byte> weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
        var letter = number[8] - 'A' + 1;
        var sum = 0;
        for (var index = 0; index < weights.Length; index++)
        {
            var digit = index switch
            {
                < 8 => number[index] - '0',
                8 => letter / 10,
                9 => letter % 10,
                _ => number[index - 1] - '0',
            };
            sum += DigitSum(digit * weights[index]);
        }

        return sum % 10 == number[11] - '0';
    }

    /// <summary>A letter and nine digits, the last one a check digit by the Luhn scheme (§ 290 SGB V).</summary>
    public static bool IsHealthInsuranceNumber(ReadOnlySpan<char> number)
    {
        var letter = number[0] - 'A' + 1;
        var sum = DigitSum(letter / 10) + DigitSum(letter % 10 * 2);
        for (var index = 1; index < 9; index++)
        {
            sum += DigitSum((number[index] - '0') * (index % 2 == 1 ? 1 : 2));
        }

        return sum % 10 == number[9] - '0';
    }

    /// <summary>Nine characters and a check digit with the weights 7, 3, 1 (ICAO Doc 9303).</summary>
    public static bool IsIdentityDocument(ReadOnlySpan<char> number)
    {
        ReadOnlySpan<byte> weights = [7, 3, 1];
        var sum = 0;
        for (var index = 0; index < 9; index++)
        {
            sum += CharacterValue(number[index]) * weights[index % 3];
        }

        return sum % 10 == number[9] - '0';
    }

    /// <summary>Luhn's check digit over any number of digits (ISO/IEC 7812).</summary>
    public static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[digits.Length - 1 - index] - '0';
            sum += index % 2 == 0 ? digit : DigitSum(digit * 2);
        }

        return sum % 10 == 0;
    }

    private static int CharacterValue(char character) => character <= '9' ? character - '0' : character - 'A' + 10;

    private static int DigitSum(int value) => (value / 10) + (value % 10);
}
