using Krm.Rules.Facts;

namespace Krm.Rules;

/// <summary>Applies one rule set to cases.</summary>
/// <remarks>Implementations are immutable and thread-safe: make one, keep it, share it.</remarks>
public interface IRuleEvaluator
{
    /// <summary>The rule set.</summary>
    RuleSet RuleSet { get; }

    /// <summary>The most rules that can fire for one case: the length that <see cref="Decide"/> needs.</summary>
    int MaximumFired { get; }

    /// <summary>Decides a case and works out its duties with their due dates.</summary>
    /// <param name="facts">The facts of the case, of the same rule set.</param>
    /// <exception cref="ArgumentException">The facts belong to another rule set.</exception>
    /// <exception cref="RuleConflictException">Two rules match where the hit policy of their table allows one, or two tables give the same duty or notice.</exception>
    /// <exception cref="DueDateException">A due date would need days that no calendar covers.</exception>
    CasePlan Evaluate(CaseFacts facts);

    /// <summary>Decides a case without working out due dates; the built-in evaluator does it without allocating.</summary>
    /// <param name="facts">One allowed value a fact in the order of <see cref="RuleSet.Facts"/>, defaults filled in.</param>
    /// <param name="fired">Receives the positions in <see cref="RuleSet.Rules"/> of the rules that fired, table by table.</param>
    /// <returns>How many rules fired.</returns>
    /// <exception cref="ArgumentException">One of the spans is too short.</exception>
    /// <exception cref="RuleConflictException">Two rules match where the hit policy of their table allows one.</exception>
    int Decide(ReadOnlySpan<FactValue> facts, Span<int> fired);
}
