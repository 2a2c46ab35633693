using Krm.Calendar.Holidays;
using Krm.Contracts.Rules.Models;
using Krm.Rules.NRules.Facts;
using NodaTime;
using NRules;
using NRules.Fluent;

namespace Krm.Rules.NRules.Tests.Hosting;

/// <summary>A host with rules and sessions of its own takes the rule set in.</summary>
public class HostRepositoryTests
{
    private static readonly CasePlanner Planner = new(Tickets.Harburg, Bundesland.Hamburg);
    private static readonly RuleEvaluator BuiltIn = new(Tickets.Harburg, Bundesland.Hamburg);

    [Fact]
    public void ToNRules_InARepositoryOfTheHost_WorksBesideItsRules()
    {
        var session = Factory(typeof(ParcelRule)).CreateSession();
        var (parcel, item) = (new Parcel(12), Tickets.Case(addressee: "Bezirksamtsleitung"));

        session.InsertAll([parcel, item]);
        session.Fire();

        Assert.Equal("schwer", parcel.Text);
        Assert.Equal(PlanText.Of(BuiltIn, item.Facts), PlanText.Of(Assert.Single(session.GetPlans(Planner))));
    }

    [Theory]
    [InlineData(typeof(AwardRule))]
    [InlineData(typeof(LinkedAwardRule))]
    public void GetPlans_RuleOfTheHost_AddsItsDutyWithDateAndCitation(Type rule)
    {
        var session = Factory(rule).CreateSession();

        session.InsertAll([Tickets.Case(amount: 20_000)]);
        session.Fire();

        var duty = Assert.Single(session.GetPlans(Planner)).FindDuty("mitzeichnung")!;
        Assert.Equal(new LocalDate(2026, 4, 1), duty.DueDate);
        Assert.EndsWith("Regel VERGABE-1 (DA Vergabe, Nr. 4).", duty.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void GetPlans_JoiningRuleOfTheHost_AddsItsDutyToItsCaseOnly()
    {
        var session = Factory(typeof(JoiningAwardRule)).CreateSession();

        session.InsertAll([Tickets.Case("1"), Tickets.Case("2"), new Ticket("2", 20_000)]);
        session.Fire();

        Assert.Equal(["2"], session.GetPlans(Planner).Where(plan => plan.FindDuty("mitzeichnung") is not null).Select(plan => plan.CaseId));
    }

    [Fact]
    public void GetPlans_TwoRuleSetsInOneRepository_GivesEachPlannerItsOwn()
    {
        var kqs = ShippedRuleSets.Get("kqs");
        var repository = new RuleRepository();
        repository.Add(Tickets.Harburg.ToNRules());
        repository.Add(kqs.ToNRules());
        var session = repository.Compile().CreateSession();
        var facts = CaseFacts.Create(kqs, "K", new LocalDate(2026, 3, 2), new Dictionary<string, string?>());

        session.InsertAll([Tickets.Case("H"), new CaseToDecide(facts)]);
        session.Fire();

        Assert.Equal("H", Assert.Single(session.GetPlans(Planner)).CaseId);
        var planner = new CasePlanner(kqs, Bundesland.Hamburg);
        Assert.Equal(PlanText.Of(new RuleEvaluator(kqs, Bundesland.Hamburg), facts), PlanText.Of(Assert.Single(session.GetPlans(planner))));
    }

    [Fact]
    public void GetPlans_CaseWithTwoRulesWhereOneMayHold_ThrowsAndLeavesTheOthersInTheSession()
    {
        var ruleSet = RuleSet.Read("""
            { "format": 1, "id": "x", "version": "1", "title": "X", "sources": [{ "id": "q", "title": "Q" }],
              "facts": [{ "name": "a", "type": "yesNo", "default": false }],
              "tables": [{ "name": "t", "kind": "duties", "hitPolicy": "unique", "rules": [
                { "id": "r1", "then": { "duty": "x", "title": "X", "role": "R" }, "citation": { "source": "q" } },
                { "id": "r2", "when": { "a": true }, "then": { "duty": "y", "title": "Y", "role": "R" }, "citation": { "source": "q" } }] }] }
            """);
        var session = new RuleCompiler().Compile([ruleSet.ToNRules()]).CreateSession();
        session.InsertAll(new[] { "nein", "ja" }.Select(a => new CaseToDecide(CaseFacts.Create(ruleSet, a, new LocalDate(2026, 3, 2), new Dictionary<string, string?> { ["a"] = a }))));

        session.Fire();

        Assert.Throws<RuleConflictException>(() => session.GetPlans(new CasePlanner(ruleSet, Bundesland.Hamburg)));
        Assert.Equal("nein", Assert.Single(session.Query<DecidedCase>().AsEnumerable()).Facts.CaseId);
        Assert.Equal(("ja", "r2"), session.Query<UndecidedCase>().AsEnumerable().Select(item => (item.Case.Facts.CaseId, item.Conflict.SecondRule)).Single());
    }

    [Fact]
    public void Retract_CaseToDecide_LeavesTheDecisionUntilTheHostTakesItOut()
    {
        var session = Factory(typeof(LinkedAwardRule)).CreateSession();
        var item = Tickets.Case();
        session.InsertAll([item]);
        session.Fire();

        session.Retract(item);
        Assert.Single(session.GetPlans(Planner));

        session.RetractAll(session.Query<DecidedCase>().AsEnumerable().ToArray());
        session.Fire();
        Assert.Empty(session.Query<object>().AsEnumerable());
    }

    private static ISessionFactory Factory(params Type[] rules)
    {
        var repository = new RuleRepository();
        repository.Load(load => load.From(rules));
        repository.Add(Tickets.Harburg.ToNRules());
        return repository.Compile();
    }
}
