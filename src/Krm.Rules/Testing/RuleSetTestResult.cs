namespace Krm.Rules.Testing;

/// <summary>What became of one test case.</summary>
/// <param name="Test">The test case.</param>
/// <param name="Failures">What differed from the expectation, in German; empty if the test passed.</param>
public sealed record RuleSetTestResult(RuleSetTest Test, IReadOnlyList<string> Failures)
{
    /// <summary>Whether everything was as expected.</summary>
    public bool HasPassed => Failures.Count == 0;
}
