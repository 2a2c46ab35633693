using Krm.Rules.Facts;

namespace Krm.Rules.Conditions;

/// <summary>What has to hold for a rule to fire (Bedingung).</summary>
/// <remarks>A closed family: one fact, all of, any of, not. Immutable; equal by content.</remarks>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>The condition that always holds.</summary>
    public static Condition Always { get; } = new AllCondition([]);

    /// <summary>The facts the condition asks about, each possibly more than once.</summary>
    internal abstract IEnumerable<FactDeclaration> Facts { get; }
}
