using System.Security.Cryptography;

namespace Krm.Calendar;

/// <summary>Short content hashes by which a result names the data it was computed from.</summary>
internal static class Fingerprinting
{
    private const int Bytes = 8;
    private const string Digits = "0123456789abcdef";

    /// <summary>The first 64 bits of SHA-256, 16 lower-case hexadecimal digits.</summary>
    public static string Of(byte[] content)
    {
#if NETSTANDARD2_0
        using SHA256 algorithm = SHA256.Create();
        byte[] hash = algorithm.ComputeHash(content);
#else
        byte[] hash = SHA256.HashData(content);
#endif
        char[] text = new char[2 * Bytes];
        for (int i = 0; i < Bytes; i++)
        {
            text[2 * i] = Digits[hash[i] >> 4];
            text[(2 * i) + 1] = Digits[hash[i] & 15];
        }

        return new string(text);
    }
}
