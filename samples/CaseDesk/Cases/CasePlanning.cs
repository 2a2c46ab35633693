using Krm.Hosting;
using Krm.Rules;
using Krm.Rules.Monitoring;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CaseDesk.Cases;

/// <summary>Plans stored cases with the rule set of the authority.</summary>
public sealed class CasePlanning(IOptions<DeskOptions> options)
{
    /// <summary>The rule set that is valid for cases received on a day.</summary>
    public RuleSet RuleSetOn(KrmSnapshot krm, LocalDate day) => krm.GetEvaluator(options.Value.RuleSet, day).RuleSet;

    /// <summary>The plan of a case, with what has been done so far.</summary>
    /// <exception cref="CaseFactsException">A fact is missing or has a value that is not allowed.</exception>
    public KrmDecision<CasePlan> Plan(KrmSnapshot krm, CaseRecord record, IEnumerable<Completion> completions) =>
        krm.Plan(options.Value.RuleSet, record.FileNumber, record.Received, record.Facts, HistoryOf(completions));

    /// <summary>The open duty that is due first.</summary>
    public static NextDuty NextOf(KrmDecision<CasePlan> decision)
    {
        var plan = decision.Result;
        var open = plan.Duties
            .Where(duty => !plan.History.Completions.ContainsKey(duty.Id))
            .OrderBy(duty => duty.DueDate ?? LocalDate.MaxIsoValue)
            .FirstOrDefault();
        return new NextDuty(open?.Title ?? "", open?.DueDate, decision.Fingerprint);
    }

    private static CaseHistory HistoryOf(IEnumerable<Completion> completions) => completions.Aggregate(
        CaseHistory.Empty, (history, done) => history.Complete(done.Duty, done.Day.StartInGermany()));
}
