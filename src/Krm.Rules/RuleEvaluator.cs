using Krm.Calendar.Holidays;
using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using NodaTime;

namespace Krm.Rules;

/// <summary>The built-in evaluator: compiles a rule set once and applies it to cases.</summary>
/// <remarks>
/// Immutable and thread-safe; making one costs milliseconds, so make it once and keep it. Generates no code at run time.
/// The cost of a case does not grow with rules that cannot match, as long as some fact tells them apart.
/// </remarks>
public sealed class RuleEvaluator : IRuleEvaluator
{
    private readonly CompiledRuleSet _compiled;
    private readonly PlanBuilder _builder;

    /// <summary>Compiles a rule set for offices of one Land.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="land">The Land whose holidays count.</param>
    public RuleEvaluator(RuleSet ruleSet, Bundesland land)
    {
        RuleSet = Guard.NotNull(ruleSet);
        Land = land;
        _compiled = new CompiledRuleSet(ruleSet);
        _builder = new PlanBuilder(ruleSet, new DueCalculator(land));
    }

    /// <inheritdoc/>
    public RuleSet RuleSet { get; }

    /// <summary>The Land whose holidays count.</summary>
    public Bundesland Land { get; }

    /// <inheritdoc/>
    public int MaximumFired => _compiled.MaximumFired;

    /// <inheritdoc/>
    public int Decide(ReadOnlySpan<FactValue> facts, Span<int> fired)
    {
        if (facts.Length < _compiled.InputCount || fired.Length < _compiled.MaximumFired)
        {
            throw new ArgumentException($"{_compiled.InputCount} facts and room for {_compiled.MaximumFired} rules are needed; {facts.Length} and {fired.Length} were given.");
        }

        return _compiled.Decide(facts, fired);
    }

    /// <inheritdoc/>
    public CasePlan Evaluate(CaseFacts facts)
    {
        Guard.NotNull(facts);
        if (!ReferenceEquals(facts.RuleSet, RuleSet))
        {
            throw new ArgumentException($"The facts belong to another rule set ('{facts.RuleSet.Id}') than the evaluator ('{RuleSet.Id}').", nameof(facts));
        }

        Span<int> fired = MaximumFired <= 256 ? stackalloc int[MaximumFired] : new int[MaximumFired];
        var count = _compiled.Decide(facts.Values, fired);
        return _builder.Build(this, facts, fired.Slice(0, count));
    }

    internal TableKind KindOf(int rule) => _builder.KindOf(rule);

    internal string? PeriodOf(CasePlan plan, Rule rule) => _builder.PeriodOf(plan, rule);

    internal LocalDate? DeleteOn(CasePlan plan) => _builder.DeleteOn(plan);
}
