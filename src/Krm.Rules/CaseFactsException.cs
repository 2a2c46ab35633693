using Krm.Rules.Facts;

namespace Krm.Rules;

/// <summary>The facts of a case cannot be used; carries every problem found and no value of the case.</summary>
public sealed class CaseFactsException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problems">All problems, at least one.</param>
    public CaseFactsException(IReadOnlyList<FactProblem> problems)
        : base(string.Join("; ", Guard.NotNull(problems)))
    {
        Problems = problems;
    }

    /// <summary>All problems in the order of the rule set's facts.</summary>
    public IReadOnlyList<FactProblem> Problems { get; }
}
