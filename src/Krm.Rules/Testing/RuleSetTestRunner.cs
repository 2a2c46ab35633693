using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Rules.Testing;

/// <summary>Runs the test cases kept inside a rule set.</summary>
public static class RuleSetTestRunner
{
    /// <summary>Runs all test cases of a rule set.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="otherwise">The Land for tests where neither test nor rule set names one.</param>
    public static IReadOnlyList<RuleSetTestResult> Run(RuleSet ruleSet, Bundesland otherwise = Bundesland.Hamburg)
    {
        Guard.NotNull(ruleSet);
        var evaluators = new Dictionary<string, RuleEvaluator?>(StringComparer.Ordinal);
        return [.. ruleSet.Tests.Select(test => new RuleSetTestResult(test, Run(ruleSet, test, otherwise, evaluators)))];
    }

    private static List<string> Run(RuleSet ruleSet, RuleSetTest test, Bundesland otherwise, Dictionary<string, RuleEvaluator?> evaluators)
    {
        var code = test.Land.Length > 0 ? test.Land : ruleSet.Land;
        if (!evaluators.TryGetValue(code, out var evaluator))
        {
            evaluator = code.Length == 0 ? new RuleEvaluator(ruleSet, otherwise)
                : Bundeslaender.TryParse(code, out var land) ? new RuleEvaluator(ruleSet, land) : null;
            evaluators.Add(code, evaluator);
        }

        if (evaluator is null)
        {
            return [$"„{code}“ ist kein Bundesland."];
        }

        var facts = test.Facts.ToDictionary(fact => fact.Key, fact => (string?)fact.Value, StringComparer.Ordinal);
        if (!CaseFacts.TryCreate(ruleSet, test.Name, test.Received, facts, out var caseFacts, out var problems))
        {
            return [.. problems.Select(problem => problem.ToString())];
        }

        try
        {
            return [.. Compare(test.Expected, evaluator.Evaluate(test.ReceivedTime is { } time ? caseFacts.ReceivedAt(time) : caseFacts))];
        }
        catch (Exception exception) when (exception is RuleConflictException or DueDateException)
        {
            return [exception.Message];
        }
    }

    private static IEnumerable<string> Compare(RuleSetExpectation expected, CasePlan plan)
    {
        if (expected.Applies is { } applies && applies != plan.IsApplicable)
        {
            yield return $"Das Verfahren sollte {(applies ? "gelten" : "nicht gelten")}, entschieden hat {plan.ScopeRule?.Id ?? "keine Regel"}.";
        }

        if (expected.ScopeRule is { } scopeRule && scopeRule != plan.ScopeRule?.Id)
        {
            yield return $"Über den Geltungsbereich sollte {scopeRule} entscheiden, entschieden hat {plan.ScopeRule?.Id ?? "keine Regel"}.";
        }

        if (expected.Priority is { } priority && priority != plan.Priority)
        {
            yield return $"Die Priorität sollte „{priority}“ sein, sie ist „{plan.Priority ?? "keine"}“.";
        }

        foreach (var failure in CompareDuties(expected, plan))
        {
            yield return failure;
        }

        foreach (var notice in expected.Notices.Where(id => plan.Notices.All(notice => notice.Id != id)))
        {
            yield return $"Der Hinweis „{notice}“ fehlt.";
        }

        if (expected.RouteTo is { } to && plan.Routes.All(route => route.To != to))
        {
            yield return $"Der Vorgang sollte an „{to}“ gehen, er geht an „{German.And([.. plan.Routes.Select(route => route.To)])}“.";
        }

        if (expected.DeleteOn is { } deleteOn && deleteOn != plan.DeleteOn)
        {
            yield return $"Zu löschen wäre am {German.Date(deleteOn)}, errechnet ist {Describe(plan.DeleteOn)}.";
        }
    }

    private static IEnumerable<string> CompareDuties(RuleSetExpectation expected, CasePlan plan)
    {
        foreach (var entry in expected.Duties)
        {
            var duty = plan.FindDuty(entry.Key);
            if (duty is null)
            {
                yield return $"Die Pflicht „{entry.Key}“ fehlt.";
            }
            else if (entry.Value is { } due && due != duty.DueDate)
            {
                yield return $"Die Pflicht „{entry.Key}“ sollte am {German.Date(due)} fällig sein, errechnet ist {Describe(duty.DueDate)}.";
            }
        }

        foreach (var entry in expected.DueMoments)
        {
            var actual = plan.FindDuty(entry.Key)?.DueInstant?.InZone(GermanTime.Zone).LocalDateTime;
            if (actual != entry.Value)
            {
                yield return $"Die Pflicht „{entry.Key}“ sollte bis {Describe(entry.Value)} zu erledigen sein, errechnet ist {Describe(actual)}.";
            }
        }

        foreach (var entry in expected.Roles.Where(entry => plan.FindDuty(entry.Key)?.Role != entry.Value))
        {
            yield return $"Die Pflicht „{entry.Key}“ sollte „{entry.Value}“ haben, sie hat „{plan.FindDuty(entry.Key)?.Role ?? "niemand"}“.";
        }

        foreach (var absent in expected.AbsentDuties.Where(id => plan.FindDuty(id) is not null))
        {
            yield return $"Die Pflicht „{absent}“ dürfte es nicht geben.";
        }
    }

    private static string Describe(LocalDateTime? moment) => moment is { } value ? $"{German.Date(value.Date)}, {German.Time(value.TimeOfDay)}" : "kein Zeitpunkt";

    private static string Describe(LocalDate? date) => date is { } value ? German.Date(value) : "kein Tag";
}
