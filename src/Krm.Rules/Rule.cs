using Krm.Rules.Conditions;
using Krm.Rules.Outcomes;
using Krm.Rules.Sources;
using NodaTime;

namespace Krm.Rules;

/// <summary>One row of a decision table: when it holds, what follows, and where that is written.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Rule
{
    internal const int NoIndex = -1;

    internal Rule(string id, string table, Condition when, Outcome then, Citation citation)
    {
        Id = id;
        Table = table;
        When = when;
        Then = then;
        Citation = citation;
    }

    /// <summary>Identifier, unique in the rule set.</summary>
    public string Id { get; }

    /// <summary>Name of the table the rule belongs to.</summary>
    public string Table { get; }

    /// <summary>The condition.</summary>
    public Condition When { get; }

    /// <summary>What follows if the rule fires.</summary>
    public Outcome Then { get; }

    /// <summary>The place the rule comes from.</summary>
    public Citation Citation { get; }

    /// <summary>First day of receipt the rule counts for, inclusive; <c>null</c> for the whole past of the rule set.</summary>
    public LocalDate? ValidFrom { get; internal init; }

    /// <summary>Last day of receipt the rule counts for, inclusive; <c>null</c> for no end.</summary>
    public LocalDate? ValidTo { get; internal init; }

    /// <summary>Rank under the hit policy "priority": the lowest matching rank wins; otherwise 0.</summary>
    public int Rank { get; internal init; }

    /// <summary>Whether nothing is meant to follow once <see cref="ValidTo"/> has passed, so that the end is no hole.</summary>
    public bool EndsDeliberately { get; internal init; }

    /// <summary>A remark for people; may be empty.</summary>
    public string Note { get; internal init; } = "";

    /// <summary>Whether this is the row that counts where no other row of its table matches.</summary>
    public bool IsOtherwise { get; internal init; }

    /// <summary>Whether the rule is the host's own and belongs to no table of the rule set.</summary>
    public bool IsOfHost => Index == NoIndex;

    /// <summary>Position in <see cref="RuleSet.Rules"/>; -1 for a rule of the host.</summary>
    public int Index { get; internal init; }
}
