namespace Krm.Rules;

/// <summary>Which of the matching rules of a table count (Trefferregel).</summary>
public enum HitPolicy
{
    /// <summary>At most one rule may match; two are a <see cref="RuleConflictException"/>. The order of the rules does not matter.</summary>
    Unique,

    /// <summary>The first matching rule in the order of the file.</summary>
    First,

    /// <summary>The matching rule with the lowest rank. The order of the rules does not matter.</summary>
    Priority,

    /// <summary>All matching rules; two for the same duty or notice are a <see cref="RuleConflictException"/>. The order does not matter.</summary>
    Collect,
}
