using Krm.Calendar.Holidays;
using Krm.Rules.Changes;
using Krm.Rules.Monitoring;
using NodaTime;

namespace Krm.Rules.Tests.Changes;

public class PlanComparerTests
{
    private static readonly RuleSet Harburg = ShippedRuleSets.Get("harburg");
    private static readonly RuleEvaluator Evaluator = new(Harburg, Bundesland.Hamburg);

    [Fact]
    public void Compare_SamePlan_FindsNothing() => Assert.Empty(PlanComparer.Compare(Plan(Evaluator, []), Plan(Evaluator, [])));

    [Fact]
    public void Compare_AnotherParameter_ListsOldAndNewDates()
    {
        var changed = new RuleEvaluator(Harburg.WithParameter("bearbeitungsdauer", "P3W"), Bundesland.Hamburg);

        var changes = PlanComparer.Compare(Plan(Evaluator, []), Plan(changed, []));

        Assert.Equal(
            [("antwort", new LocalDate(2026, 3, 30), new LocalDate(2026, 3, 23)), ("ablage", new LocalDate(2026, 3, 31), new LocalDate(2026, 3, 24))],
            changes.Select(change => (change.Duty, change.OldDate!.Value, change.NewDate!.Value)));
    }

    [Fact]
    public void Compare_AnotherCalendar_ListsTheMovedDuty()
    {
        var bavaria = new RuleEvaluator(Harburg, Bundesland.Bayern);
        var received = new LocalDate(2026, 6, 3);

        var changes = PlanComparer.Compare(Plan(Evaluator, [], received), Plan(bavaria, [], received));

        Assert.Contains(changes, change => change is { Duty: "eingangsbestaetigung", Kind: DutyChangeKind.Date }
            && change.OldDate == new LocalDate(2026, 6, 4) && change.NewDate == new LocalDate(2026, 6, 5));
    }

    [Fact]
    public void Compare_ScopeAndPriority_AreListed()
    {
        var changes = PlanComparer.Compare(Plan(Evaluator, []), Plan(Evaluator, new() { ["art"] = "Widerspruch" }));

        Assert.Equal(DutyChangeKind.Scope, changes[0].Kind);
        Assert.Equal("gilt nicht (Regel G2)", changes[0].NewText);
        Assert.Equal(DutyChangeKind.Priority, changes[1].Kind);
        Assert.Equal(8, changes.Count(change => change.Kind == DutyChangeKind.Removed));
        Assert.Equal(8, PlanComparer.Compare(Plan(Evaluator, new() { ["art"] = "Lob" }), Plan(Evaluator, [])).Count(change => change.Kind == DutyChangeKind.Added));
    }

    [Fact]
    public void Evaluate_ChangedFacts_KeepPausesAndCompletions()
    {
        var history = CaseHistory.Empty
            .Complete("stellungnahme", Instant.FromUtc(2026, 3, 5, 10, 0))
            .Pause(new CasePause(new LocalDate(2026, 3, 9), new LocalDate(2026, 3, 13)));

        var before = Plan(Evaluator, [], history: history);
        var after = Plan(Evaluator, new() { ["adressat"] = "Bezirksamtsleitung" }, history: history);

        Assert.Equal(new LocalDate(2026, 4, 4), before.FindDuty("antwort")!.DueDate);
        Assert.Equal(new LocalDate(2026, 3, 21), after.FindDuty("antwort")!.DueDate);
        Assert.Equal(new LocalDate(2026, 3, 5), after.FindDuty("redaktion")!.StartDate);
        Assert.Same(history, after.History);
    }

    [Fact]
    public void Evaluate_OpenPause_LeavesNoDueDateUntilItEnds()
    {
        var paused = CaseHistory.Empty.Pause(new CasePause(new LocalDate(2026, 3, 9), null));

        Assert.Null(Plan(Evaluator, [], history: paused).FindDuty("antwort")!.DueDate);
        Assert.Equal(new LocalDate(2026, 4, 1), Plan(Evaluator, [], history: paused.Resume(new LocalDate(2026, 3, 10))).FindDuty("antwort")!.DueDate);
    }

    [Fact]
    public void Deadline_OfEveryDuty_EndsOnItsDueDate()
    {
        var history = CaseHistory.Empty.Pause(new CasePause(new LocalDate(2026, 3, 9), new LocalDate(2026, 3, 13)));
        foreach (var plan in new[] { Plan(Evaluator, []), Plan(Evaluator, [], history: history) })
        {
            Assert.All(plan.Duties, duty => Assert.Equal(duty.DueDate, duty.Deadline!.LastDay));
        }
    }

    [Fact]
    public void WithParameter_UnknownOrBroken_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Harburg.WithParameter("dauer", "P1W"));
        Assert.Throws<Krm.Rules.Serialization.RuleSetFormatException>(() => Harburg.WithParameter("bearbeitungsdauer", "vier Wochen"));
    }

    private static CasePlan Plan(RuleEvaluator evaluator, Dictionary<string, string?> facts, LocalDate? received = null, CaseHistory? history = null) =>
        evaluator.Evaluate(CaseFacts.Create(evaluator.RuleSet, "17", received ?? new LocalDate(2026, 3, 2), facts), history ?? CaseHistory.Empty);
}
