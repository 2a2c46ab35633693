namespace Krm.Rules.Compilation;

/// <summary>A table ready to be applied: its index and what to do with the matches.</summary>
internal sealed class CompiledTable(RuleTable table, MatchNode root, int[] keys, int keyCount, int[] results)
{
    /// <summary>Written for "no rule matched" where a result is expected.</summary>
    public const int None = -1;

    public RuleTable Table { get; } = table;

    public HitPolicy Policy { get; } = table.HitPolicy;

    public MatchNode Root { get; } = root;

    public int Otherwise { get; } = table.Otherwise?.Index ?? None;

    /// <summary>Whether later tables are skipped unless the fired rule says that the procedure applies.</summary>
    public bool IsScope { get; } = table.Kind == TableKind.Scope;

    /// <summary>By rule index less <see cref="FirstRule"/>: which duty or notice it makes, or <see cref="None"/>.</summary>
    public int[] Keys { get; } = keys;

    public int KeyCount { get; } = keyCount;

    /// <summary>By rule index less <see cref="FirstRule"/>: the class of the result, or for a scope 1 where the procedure applies.</summary>
    public int[] Results { get; } = results;

    public int FirstRule { get; } = (table.Rules.Count > 0 ? table.Rules[0] : table.Otherwise)?.Index ?? 0;

    /// <summary>Position of the result among the classes; <see cref="None"/> if there is none.</summary>
    public int ResultFact { get; } = table.Result?.Index ?? None;
}
