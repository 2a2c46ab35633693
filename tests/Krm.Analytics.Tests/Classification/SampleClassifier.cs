using Krm.Analytics.Classification;

namespace Krm.Analytics.Tests.Classification;

/// <summary>One classifier for all tests that only ask it.</summary>
internal static class SampleClassifier
{
    public static TextClassifier Shared { get; } = new TextClassifierTrainer().Train(SampleCases.Create(600));
}
