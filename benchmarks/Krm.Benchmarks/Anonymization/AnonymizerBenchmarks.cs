using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Krm.Analytics.Anonymization;

namespace Krm.Benchmarks.Anonymization;

/// <summary>Promise: 50 MB of text a second and core. The texts here have 1 MB, so milliseconds read as ms a megabyte: 20 ms keep the promise.</summary>
/// <remarks>The baseline is what anybody would write first: five compiled regular expressions, for five of the twenty kinds, without names and addresses.</remarks>
[MemoryDiagnoser]
public partial class AnonymizerBenchmarks
{
    private const int Bytes = 1_000_000;

    private const string Letter =
        "Auf der Kölnstraße gibt es nur in Teilabschnitten einen Radweg, und der ist viel zu schmal, nicht geschützt vor darauf parkenden Autos. Hier wird ein "
        + "durchgehender Weg gebraucht in beiden Richtungen, der nicht zugestellt werden kann, besonders kritisch sind die Bereiche vor den Ampeln. Die Poller sollten zügig entfernt werden. ";

    private const string Signed =
        "Sehr geehrte Frau Lohmann, zu meinem Aktenzeichen 12 K 345/20 bitte ich um Antwort an h.meier@web.de oder 0228/123456. Mit freundlichen Grüßen\nHans Meier\nLindenstraße 5, 53111 Bonn\n";

    private readonly Anonymizer _anonymizer = new();
    private readonly string[] _plain = Fill(Letter);
    private readonly string[] _mixed = Fill(Letter + Letter + Letter + Signed);
    private readonly string[] _dense = Fill(Signed);

    [Benchmark(Baseline = true)]
    public int FiveRegularExpressionsOnMixedText()
    {
        var length = 0;
        foreach (var text in _mixed)
        {
            length += Plate().Replace(Iban().Replace(Phone().Replace(Email().Replace(Salutation().Replace(text, "[PERSON]"), "[EMAIL]"), "[TELEFON]"), "[IBAN]"), "[KENNZEICHEN]").Length;
        }

        return length;
    }

    [Benchmark]
    public int PlainText() => Anonymize(_plain);

    [Benchmark]
    public int MixedText() => Anonymize(_mixed);

    [Benchmark]
    public int DenseText() => Anonymize(_dense);

    private int Anonymize(string[] texts)
    {
        var length = 0;
        foreach (var text in texts)
        {
            length += _anonymizer.Anonymize(text).Text.Length;
        }

        return length;
    }

    private static string[] Fill(string text) => [.. Enumerable.Repeat(text, Bytes / System.Text.Encoding.UTF8.GetByteCount(text))];

    [GeneratedRegex(@"\b(?:Herrn?|Frau)\s+(?:Dr\.\s+)?\p{Lu}\p{Ll}+")]
    private static partial Regex Salutation();

    [GeneratedRegex(@"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?:\+49|\b0)[\d\s/()-]{6,16}\d\b")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\bDE\d{2}(?:\s?\d{4}){4}\s?\d{2}\b")]
    private static partial Regex Iban();

    [GeneratedRegex(@"\b[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}\s?\d{1,4}\b")]
    private static partial Regex Plate();
}
