using System.Diagnostics;
using Krm.Analytics.Anonymization;

namespace Krm.Analytics.Tests.Anonymization;

/// <summary>Texts made to be slow: the time for a megabyte must not grow with the length, and stays within a bound.</summary>
public class HostileTextTests
{
    private static readonly Anonymizer Anonymizer = new();

    public static TheoryData<string> Patterns =>
    [
        "a", "A", "0", "@", ".", "a@", "a.", "(at)", "[", "[A_", "0 ", "0/", "+4", "((", "http://", "www.", "::", "a:", "1.1.", "Herr ", "Dr. ", "von ", "Müller-", "Anna ", "Str. ", "Am Markt ", "Platz der ",
        "geb. ", "Az. ", "Kundennummer: ", "Tel.: ", "12345 ", "B-AB ", "DE89 ", "K 1/", "50.1234 ", "°'", "Mit freundlichen Grüßen ", "MfG, ", "\n", "\u0308", "a\u00AD", "😀", "\uD800", "Name: ", "Nr. ", "a-", "-", "'a",
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Anonymize_HostilePattern_IsLinear(string pattern)
    {
        // A quadratic scan of a quarter of a megabyte would take minutes; the bound leaves room for a debug build on a busy machine.
        const int Length = 1 << 18;
        var text = string.Concat(Enumerable.Repeat(pattern, Length / pattern.Length));
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        Anonymizer.Anonymize(text);
        var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Assert.True(seconds < 10, $"{seconds:F1} s of processor time for a quarter of a megabyte.");
    }
}
