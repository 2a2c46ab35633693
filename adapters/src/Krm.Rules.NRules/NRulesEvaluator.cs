using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Facts;
using Krm.Rules.Monitoring;
using Krm.Rules.NRules.Facts;
using Krm.Rules.NRules.Sessions;
using Krm.Rules.NRules.Tracing;
using NRules;
using NRules.RuleModel;
using Model = NRules.RuleModel;

namespace Krm.Rules.NRules;

/// <summary>The evaluator on NRules: the same plans as the built-in one, in the engine a host already runs.</summary>
/// <remarks>
/// Immutable and thread-safe: sessions are pooled, one for each thread that evaluates at the time. Making one compiles the
/// rules to code, some milliseconds a rule: make one and keep it. The cost of a case grows with the number of rules.
/// </remarks>
/// <example><code>
/// var evaluator = new NRulesEvaluator(ShippedRuleSets.Get("harburg"), Bundesland.Hamburg);
/// var plan = evaluator.Evaluate(CaseFacts.Create(evaluator.RuleSet, "17", new LocalDate(2026, 3, 2), new Dictionary&lt;string, string?&gt;()));
/// </code></example>
public sealed class NRulesEvaluator : IRuleEvaluator
{
    private readonly CasePlanner _planner;
    private readonly SessionPool _sessions;

    /// <summary>Translates and compiles a rule set for offices of one Land.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="land">The Land whose holidays count.</param>
    /// <param name="office">The working days of the office, its closures included; <c>null</c> for Monday to Friday without holidays.</param>
    /// <param name="hostRules">Rules of the host that work on <see cref="DecidedCase"/> and insert <see cref="AddedDuty"/>; <c>null</c> for none.</param>
    /// <exception cref="RuleCompilationException">NRules cannot compile a rule of the host.</exception>
    public NRulesEvaluator(RuleSet ruleSet, Bundesland land, WorkingDayCalendar? office = null, IEnumerable<IRuleDefinition>? hostRules = null)
        : this(new CasePlanner(ruleSet, land, office), hostRules)
    {
    }

    /// <summary>Translates and compiles the rule set of a planner.</summary>
    /// <param name="planner">Works out the due dates; carries Land, office and the host's own holidays.</param>
    /// <param name="hostRules">Rules of the host that work on <see cref="DecidedCase"/> and insert <see cref="AddedDuty"/>; <c>null</c> for none.</param>
    /// <exception cref="RuleCompilationException">NRules cannot compile a rule of the host.</exception>
    public NRulesEvaluator(CasePlanner planner, IEnumerable<IRuleDefinition>? hostRules = null)
        : this(Guard.NotNull(planner), new SessionPool(Compile(planner.RuleSet, hostRules ?? [])))
    {
    }

    private NRulesEvaluator(CasePlanner planner, SessionPool sessions)
    {
        _planner = planner;
        _sessions = sessions;
        MaximumFired = planner.RuleSet.Tables.Sum(table => table.HitPolicy == HitPolicy.Collect ? Math.Max(table.Rules.Count, 1) : 1);
    }

    /// <inheritdoc/>
    public RuleSet RuleSet => _planner.RuleSet;

    /// <summary>The Land whose holidays count.</summary>
    public Bundesland Land => _planner.Land;

    /// <inheritdoc/>
    public int MaximumFired { get; }

    /// <summary>The compiled rules, for the events and the schema NRules offers; shared by all sessions of this evaluator.</summary>
    public ISessionFactory Factory => _sessions.Factory;

    /// <summary>The same compiled rules for offices of another Land, with other working days or holidays.</summary>
    /// <remarks>Compiles nothing and shares the sessions.</remarks>
    /// <param name="land">The Land whose holidays count.</param>
    /// <param name="office">The working days of the office; <c>null</c> for Monday to Friday without holidays.</param>
    /// <param name="holidays">The holidays that move the ends of statutory periods; <c>null</c> for <see cref="HolidayData.Germany"/>.</param>
    public NRulesEvaluator ForOffice(Bundesland land, WorkingDayCalendar? office = null, HolidayData? holidays = null) =>
        new(new CasePlanner(RuleSet, land, office, holidays), _sessions);

    /// <inheritdoc/>
    public CasePlan Evaluate(CaseFacts facts) => Evaluate(new CaseToDecide(facts));

    /// <summary>Decides a case anew with what has happened so far.</summary>
    /// <inheritdoc cref="RuleEvaluator.Evaluate(CaseFacts, CaseHistory)"/>
    public CasePlan Evaluate(CaseFacts facts, CaseHistory history) => Evaluate(new CaseToDecide(facts, history: Guard.NotNull(history)));

    /// <summary>Decides a case that comes with the host's own object or a history.</summary>
    /// <param name="item">The case, of the same rule set.</param>
    /// <exception cref="ArgumentException">The facts belong to another rule set.</exception>
    /// <exception cref="RuleConflictException">Two rules match where the hit policy of their table allows one.</exception>
    public CasePlan Evaluate(CaseToDecide item) => EvaluateAll([Guard.NotNull(item)])[0];

    /// <summary>Decides many cases in one session.</summary>
    /// <remarks>All go in by one <c>InsertAll</c>. Time and memory grow in proportion to their number.</remarks>
    /// <param name="items">The cases, of the same rule set, each object once.</param>
    /// <returns>The plans in the order of the cases.</returns>
    /// <exception cref="ArgumentException">The facts of a case belong to another rule set, or a case is given twice.</exception>
    /// <exception cref="RuleConflictException">For one of the cases, two rules match where the hit policy of their table allows one.</exception>
    public IReadOnlyList<CasePlan> EvaluateAll(IEnumerable<CaseToDecide> items)
    {
        CaseToDecide[] cases = [.. Guard.NotNull(items)];
        Check(cases);
        var session = Fire(cases);
        var plans = Plans(session, cases);
        _sessions.Return(session);
        return plans;
    }

    /// <summary>Decides a case and records what NRules did: which rules matched, which fired, which were overtaken.</summary>
    /// <remarks>Several times the cost of <see cref="Evaluate(CaseToDecide)"/>; made from the events of the session.</remarks>
    /// <inheritdoc cref="Evaluate(CaseToDecide)"/>
    public TracedPlan EvaluateTraced(CaseToDecide item)
    {
        CaseToDecide[] cases = [Guard.NotNull(item)];
        Check(cases);
        var session = _sessions.Rent();
        using var recorder = new TraceRecorder(session.Events);
        Fire(session, cases);
        var plan = Plans(session, cases)[0];
        recorder.Dispose();
        _sessions.Return(session);
        return new TracedPlan(plan, recorder.Steps);
    }

    /// <inheritdoc/>
    /// <remarks>Runs a session of NRules, which allocates some kilobytes; rules of the host fire too, but their duties are not asked for.</remarks>
    public int Decide(ReadOnlySpan<FactValue> facts, Span<int> fired)
    {
        if (facts.Length < RuleSet.Facts.Count || fired.Length < MaximumFired)
        {
            throw new ArgumentException($"{RuleSet.Facts.Count} facts and room for {MaximumFired} rules are needed; {facts.Length} and {fired.Length} were given.");
        }

        var session = Fire([new CaseToDecide(CaseFacts.Create(RuleSet, "", facts.Slice(0, RuleSet.Facts.Count)))]);
        var decided = SessionExtensions.Decided(session, RuleSet)[0];
        decided.Fired.CopyTo(fired);
        _sessions.Return(session);
        return decided.Fired.Length;
    }

    private ISession Fire(CaseToDecide[] cases)
    {
        var session = _sessions.Rent();
        Fire(session, cases);
        return session;
    }

    private static void Fire(ISession session, CaseToDecide[] cases)
    {
        session.InsertAll(cases);
        session.Fire();
    }

    private CasePlan[] Plans(ISession session, CaseToDecide[] cases)
    {
        var plans = SessionExtensions.Plans(session, _planner);
        return Array.ConvertAll(cases, item => plans[item]);
    }

    private void Check(CaseToDecide[] cases)
    {
        foreach (var item in cases)
        {
            if (!ReferenceEquals(Guard.NotNull(item).Facts.RuleSet, RuleSet))
            {
                throw new ArgumentException($"The facts belong to another rule set ('{item.Facts.RuleSet.Id}') than the evaluator ('{RuleSet.Id}').", nameof(cases));
            }
        }
    }

    private static ISessionFactory Compile(RuleSet ruleSet, IEnumerable<IRuleDefinition> hostRules)
    {
        var ofHost = new Model.RuleSet("Host");
        ofHost.Add(hostRules);
        return new RuleCompiler().Compile([ruleSet.ToNRules(), ofHost]);
    }
}
