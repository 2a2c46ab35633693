using Krm.Rules.Facts;

namespace Krm.Rules;

/// <summary>A decision table (Entscheidungstabelle): rules of one kind and how their matches combine.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RuleTable
{
    internal RuleTable(string name, string label, TableKind kind, HitPolicy hitPolicy, IReadOnlyList<Rule> rules)
    {
        Name = name;
        Label = label;
        Kind = kind;
        HitPolicy = hitPolicy;
        Rules = rules;
    }

    /// <summary>Name, unique among tables and facts; later tables ask about the result under this name.</summary>
    public string Name { get; }

    /// <summary>German label.</summary>
    public string Label { get; }

    /// <summary>What the table decides.</summary>
    public TableKind Kind { get; }

    /// <summary>How matches combine.</summary>
    public HitPolicy HitPolicy { get; }

    /// <summary>The rules in the order of the file, without <see cref="Otherwise"/>.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The row that counts where no other matches; <c>null</c> if there is none.</summary>
    public Rule? Otherwise { get; internal init; }

    /// <summary>The result as a fact for later tables; <c>null</c> unless the table is of kind priority or decision.</summary>
    public FactDeclaration? Result { get; internal init; }

    /// <summary>Whether the table may leave cases without any match; otherwise such a case is a gap.</summary>
    public bool MayBeEmpty { get; internal init; }
}
