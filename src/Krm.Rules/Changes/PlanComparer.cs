namespace Krm.Rules.Changes;

/// <summary>Lists what differs between two plans of the same case: after a new version of the rules, a changed calendar or changed facts.</summary>
public static class PlanComparer
{
    /// <summary>The differences: scope, priority, then the duties of the old plan in its order, then the new ones; empty if there are none.</summary>
    /// <param name="before">The plan before.</param>
    /// <param name="after">The plan after.</param>
    public static IReadOnlyList<DutyChange> Compare(CasePlan before, CasePlan after)
    {
        Guard.NotNull(before);
        Guard.NotNull(after);
        var changes = new List<DutyChange>();
        if (before.IsApplicable != after.IsApplicable)
        {
            changes.Add(new DutyChange(after.CaseId, DutyChangeKind.Scope, "", null, null, ScopeOf(before), ScopeOf(after)));
        }

        if (before.Priority != after.Priority)
        {
            changes.Add(new DutyChange(after.CaseId, DutyChangeKind.Priority, "", null, null, before.Priority ?? "", after.Priority ?? ""));
        }

        foreach (var old in before.Duties)
        {
            AddChanges(old, after.FindDuty(old.Id), after.CaseId, changes);
        }

        changes.AddRange(after.Duties
            .Where(duty => before.FindDuty(duty.Id) is null)
            .Select(duty => new DutyChange(after.CaseId, DutyChangeKind.Added, duty.Id, null, duty.DueDate, "", TextOf(duty))));
        return changes;
    }

    private static void AddChanges(Duty old, Duty? now, string caseId, List<DutyChange> changes)
    {
        if (now is null)
        {
            changes.Add(new DutyChange(caseId, DutyChangeKind.Removed, old.Id, old.DueDate, null, TextOf(old), ""));
            return;
        }

        if (old.DueDate != now.DueDate || old.DueInstant != now.DueInstant)
        {
            changes.Add(new DutyChange(caseId, DutyChangeKind.Date, old.Id, old.DueDate, now.DueDate, TextOf(old), TextOf(now)));
        }

        if (old.Role != now.Role)
        {
            changes.Add(new DutyChange(caseId, DutyChangeKind.Role, old.Id, old.DueDate, now.DueDate, TextOf(old), TextOf(now)));
        }
    }

    private static string ScopeOf(CasePlan plan) => (plan.IsApplicable ? "gilt" : "gilt nicht") + (plan.ScopeRule is { } rule ? $" (Regel {rule.Id})" : "");

    private static string TextOf(Duty duty) => duty is { IsInHours: true, DueDate: { } day, DueInstant: { } end }
        ? $"{duty.Role} (Regel {duty.RuleId}, Frist {German.Moment(day, end)})"
        : $"{duty.Role} (Regel {duty.RuleId})";
}
