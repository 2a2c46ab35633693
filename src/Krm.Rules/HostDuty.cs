using Krm.Calendar.Deadlines;
using Krm.Rules.Compilation;
using Krm.Rules.Conditions;
using Krm.Rules.Outcomes;
using Krm.Rules.Sources;

namespace Krm.Rules;

/// <summary>A duty that a rule of the host adds to a plan, beside those of the rule set (zusätzliche Pflicht).</summary>
/// <remarks>
/// Stays out of the rule set and its fingerprint, but names its rule and where that is written, like every duty.
/// Immutable and thread-safe; make one, use it for many cases.
/// </remarks>
/// <example><code>
/// var signature = new HostDuty(
///     "VERGABE-1",
///     new DutyOutcome("mitzeichnung", "Mitzeichnung der Vergabestelle", "Vergabestelle", new DueRule("3AT", null, DueStart.Received, DueRule.ServiceRegime, false, null)),
///     new Citation("DA Vergabe", "Nr. 4", ""));
/// </code></example>
public sealed class HostDuty
{
    /// <summary>Describes the duty.</summary>
    /// <param name="ruleId">Identifier of the host's rule.</param>
    /// <param name="duty">What has to be done until when; a start from another duty names one of the rule set or of the host.</param>
    /// <param name="citation">Where the host's rule is written.</param>
    /// <exception cref="ArgumentException">The rule has no identifier, or period or regime of the due date cannot be read or do not go together.</exception>
    public HostDuty(string ruleId, DutyOutcome duty, Citation citation)
    {
        Guard.NotEmpty(ruleId);
        Guard.NotNull(duty);
        Guard.NotNull(citation);
        Check(duty.Due);
        Rule = new Rule(ruleId, "", Condition.Always, duty, citation) { Index = Rule.NoIndex };
    }

    /// <summary>Identifier of the duty.</summary>
    public string Id => Duty.Id;

    /// <summary>What has to be done until when.</summary>
    public DutyOutcome Duty => (DutyOutcome)Rule.Then;

    /// <summary>The host's rule as duty and explanation name it; it belongs to no table.</summary>
    public Rule Rule { get; }

    private static void Check(DueRule? due)
    {
        if (due is null)
        {
            return;
        }

        var periods = due.Parameter?.Values.Select(value => value.Period) ?? [due.Period];
        if (periods.FirstOrDefault(period => !DeadlinePeriod.TryParse(period, out _)) is { } wrong)
        {
            throw new ArgumentException($"'{wrong}' is not a period; allowed is one such as P10D, P2W, P1M, 3AT or at-once.", nameof(due));
        }

        if (due.Parameter is null && due.Period is null)
        {
            throw new ArgumentException("A due date needs a period or a parameter.", nameof(due));
        }

        if (!Regimes.ByName.ContainsKey(Guard.NotNull(due.Regime)))
        {
            throw new ArgumentException($"There is no regime '{due.Regime}'; there are {string.Join(", ", Regimes.ByName.Keys)}.", nameof(due));
        }

        var units = periods.Select(period => DeadlinePeriod.Parse(period!).Unit).ToArray();
        if (units.Contains(DeadlineUnit.AtOnce) && (due.IsBackward || due.Regime != DueRule.ServiceRegime))
        {
            throw new ArgumentException("'at-once' is for service targets that run forward.", nameof(due));
        }

        if (units.Contains(DeadlineUnit.Hours) && due.Shift == true)
        {
            throw new ArgumentException("A period in hours ends at its minute and cannot be shifted.", nameof(due));
        }
    }
}
