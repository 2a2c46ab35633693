using Krm.Rules.Facts;
using Krm.Rules.Outcomes;

namespace Krm.Rules.NRules.Translation;

/// <summary>One table of a rule set on the way of a case, and the table that comes next.</summary>
internal sealed class TableStep(RuleTable table, TableStep? next)
{
    public RuleTable Table { get; } = table;

    /// <summary>The next table; <c>null</c> after the last.</summary>
    public TableStep? Next { get; } = next;

    /// <summary>Whether all matching rules fire before the table is done; otherwise the first to fire ends it.</summary>
    public bool FiresAll { get; } = table.HitPolicy is HitPolicy.Unique or HitPolicy.Collect;

    /// <summary>Whether a fact of its own tells the row "otherwise" that no rule has fired.</summary>
    public bool NotesMissingMatch => FiresAll && Table.Otherwise is not null;

    /// <summary>What the fired rule means for later tables: its value as a fact.</summary>
    public long ResultOf(Rule? fired) => fired?.Then is ResultOutcome result ? Table.Result!.Encode(result.Value).Code : FactValue.MissingCode;

    /// <summary>Whether the fired rule excludes the case from the procedure.</summary>
    public static bool Excludes(Rule? fired) => fired?.Then is ScopeOutcome { Applies: false };

    /// <summary>The rules that collide among those that fired; <c>null</c> if the hit policy is kept.</summary>
    /// <param name="fired">Ascending positions.</param>
    /// <param name="rules">The rules of the rule set.</param>
    public RuleConflictException? FindConflict(List<int> fired, IReadOnlyList<Rule> rules)
    {
        if (Table.HitPolicy == HitPolicy.Unique)
        {
            return fired.Count > 1 ? Conflict(fired[0], fired[1]) : null;
        }

        for (var position = 1; position < fired.Count; position++)
        {
            var key = KeyOf(rules[fired[position]]);
            var earlier = key is null ? -1 : fired.FindIndex(0, position, other => KeyOf(rules[other]) == key);
            if (earlier >= 0)
            {
                return Conflict(fired[earlier], fired[position]);
            }
        }

        return null;

        RuleConflictException Conflict(int first, int second) => new(Table.Name, rules[first].Id, rules[second].Id);
    }

    /// <summary>What two rules must not both make.</summary>
    private static string? KeyOf(Rule rule) => rule.Then switch
    {
        DutyOutcome duty => duty.Id,
        NoticeOutcome notice => notice.Id,
        _ => null,
    };
}
