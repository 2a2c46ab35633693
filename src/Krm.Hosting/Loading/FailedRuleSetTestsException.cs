using Krm.Rules.Testing;

namespace Krm.Hosting.Loading;

/// <summary>A rule set reads well but does not do what its own test cases expect.</summary>
internal sealed class FailedRuleSetTestsException(IReadOnlyList<RuleSetTestResult> failures) : Exception
{
    /// <summary>One entry a difference, with the name of the test case.</summary>
    public IEnumerable<string> Problems =>
        failures.SelectMany(result => result.Failures.Select(failure => $"test case '{result.Test.Name}' fails: {failure}"));
}
