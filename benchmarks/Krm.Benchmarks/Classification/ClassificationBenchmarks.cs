using BenchmarkDotNet.Attributes;
using Krm.Analytics.Classification;
using Krm.Analytics.Evaluation;

namespace Krm.Benchmarks.Classification;

/// <summary>Texts a second on one core, made-up German texts of 4 and of 40 words; the baseline splits into words only.</summary>
[MemoryDiagnoser]
public class ClassificationBenchmarks
{
    private const int TextCount = 1000;

    private static readonly string[] Syllables =
        ["müll", "stra", "ße", "park", "platz", "baum", "sperr", "schild", "am", "pel", "weg", "rad", "ge", "ver", "lich", "ung"];

    private TextClassifier _classifier = null!;
    private string[] _texts = [];

    [Params(4, 40)]
    public int Words { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var generator = new SeededGenerator(1);
        var vocabulary = Enumerable.Range(0, 4000)
            .Select(_ => string.Concat(Enumerable.Range(0, 1 + generator.Next(4)).Select(_ => Syllables[generator.Next(Syllables.Length)])))
            .ToArray();
        string Text(int words) => string.Join(' ', Enumerable.Range(0, words)
            .Select(_ => vocabulary[Math.Min(generator.Next(vocabulary.Length), generator.Next(vocabulary.Length))]));
        _classifier = new TextClassifierTrainer().Train(
            Enumerable.Range(0, 2000).Select(index => new LabeledText($"thema{(char)('a' + (index % 10))} {Text(30)}", $"{index % 10}")));
        _texts = [.. Enumerable.Range(0, TextCount).Select(_ => Text(Words))];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = TextCount)]
    public int SplitOnly() => _texts.Sum(text => text.Split(' ').Length);

    [Benchmark(OperationsPerInvoke = TextCount)]
    public int Classify()
    {
        var abstained = 0;
        foreach (var text in _texts)
        {
            abstained += _classifier.Classify(text).IsAbstained ? 1 : 0;
        }

        return abstained;
    }
}
