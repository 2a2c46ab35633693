using Krm.Rules.Outcomes;

namespace Krm.Rules.Compilation;

/// <summary>Finds duties whose due dates or order depend on themselves.</summary>
internal static class DueCycles
{
    /// <summary>Duty ids so that each comes after those its due date starts from; the rest, if any, form cycles.</summary>
    public static IReadOnlyList<string> Order(IEnumerable<Rule> rules, bool byDependsOn, out IReadOnlyList<string> cyclic)
    {
        var needs = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (rule.Then is not DutyOutcome duty)
            {
                continue;
            }

            if (!needs.TryGetValue(duty.Id, out var set))
            {
                needs.Add(duty.Id, set = new HashSet<string>(StringComparer.Ordinal));
            }

            if (byDependsOn)
            {
                set.UnionWith(duty.DependsOn);
            }
            else if (duty.Due?.Start.Duty is { } start)
            {
                set.Add(start);
            }
        }

        var order = new List<string>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        bool found;
        do
        {
            found = false;
            foreach (var entry in needs.Where(entry => !done.Contains(entry.Key) && entry.Value.All(need => done.Contains(need) || !needs.ContainsKey(need))).ToArray())
            {
                order.Add(entry.Key);
                done.Add(entry.Key);
                found = true;
            }
        }
        while (found);

        cyclic = [.. needs.Keys.Where(duty => !done.Contains(duty))];
        return order;
    }
}
