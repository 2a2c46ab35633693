using BenchmarkDotNet.Attributes;
using Krm.Analytics.Classification;

namespace Krm.Analytics.MLNet.Benchmarks;

/// <summary>One text after the other and in batches, on one core; the baseline is the built-in classifier on the same texts.</summary>
/// <remarks>Where the shared data is missing the benchmark ends in its setup with the name of the file.</remarks>
[MemoryDiagnoser]
public class ClassificationBenchmarks
{
    private const int TextCount = 1000;

    private ITextClassifier _builtIn = null!;
    private MLNetClassifier _pipeline = null!;
    private MLNetClassifier _perceptron = null!;
    private MLNetClassifier _maximumEntropy = null!;
    private string[] _texts = [];

    [Params("Raddialog Bonn", "Ordnungsamt Berlin")]
    public string Task { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var task = SharedTask.All.Single(task => task.Name == Task);
        var (learnt, judged) = task.Splits(task.Find() ?? throw new FileNotFoundException($"{Task} skipped: {task.File} is not beside the repository."))[0];
        _builtIn = Competitor.BuiltIn.Train(learnt);
        _pipeline = (MLNetClassifier)Competitor.KrmInPipeline.Train(learnt);
        _perceptron = (MLNetClassifier)Competitor.AveragedPerceptron.Train(learnt);
        _maximumEntropy = (MLNetClassifier)Competitor.MaximumEntropy.Train(learnt);
        _texts = [.. Enumerable.Range(0, TextCount).Select(index => judged[index % judged.Length].Text)];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = TextCount)]
    public int BuiltIn() => One(_builtIn);

    [Benchmark(OperationsPerInvoke = TextCount)]
    public int KrmInPipelineOne() => One(_pipeline);

    [Benchmark(OperationsPerInvoke = TextCount)]
    public int KrmInPipelineBatch() => Batch(_pipeline);

    [Benchmark(OperationsPerInvoke = TextCount)]
    public int PerceptronOne() => One(_perceptron);

    [Benchmark(OperationsPerInvoke = TextCount)]
    public int PerceptronBatch() => Batch(_perceptron);

    [Benchmark(OperationsPerInvoke = TextCount)]
    public int MaximumEntropyOne() => One(_maximumEntropy);

    [Benchmark(OperationsPerInvoke = TextCount)]
    public int MaximumEntropyBatch() => Batch(_maximumEntropy);

    private int One(ITextClassifier classifier) => _texts.Count(text => classifier.Classify(text).IsAbstained);

    private int Batch(MLNetClassifier classifier) => classifier.ClassifyAll(_texts).Count(answer => answer.IsAbstained);
}
