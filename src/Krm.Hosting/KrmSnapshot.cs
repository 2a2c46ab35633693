using Krm.Analytics.Anonymization;
using Krm.Analytics.Classification;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Hosting.Loading;
using Krm.Hosting.Telemetry;
using Krm.Rules;
using Krm.Rules.Monitoring;
using NodaTime;

namespace Krm.Hosting;

/// <summary>Everything one office decides with, as of one moment: all of it fits together and none of it changes.</summary>
/// <remarks>
/// Immutable and thread-safe. Inject it where a request is handled: it is a scoped service, so a request sees one version
/// from its beginning to its end, whatever is reloaded meanwhile. A background task takes <see cref="KrmProvider.Current"/>
/// once a round.
/// </remarks>
public sealed class KrmSnapshot
{
    private readonly SnapshotParts _parts;
    private readonly DecisionTelemetry _telemetry;

    internal KrmSnapshot(SnapshotParts parts, KrmVersion version, DecisionTelemetry telemetry)
    {
        _parts = parts;
        _telemetry = telemetry;
        Version = version;
    }

    /// <summary>Names the data behind all decisions of this snapshot.</summary>
    public KrmVersion Version { get; }

    /// <summary>The Land of the office.</summary>
    public Bundesland Land => _parts.Land;

    /// <summary>The holidays.</summary>
    public HolidayData Holidays => _parts.Holidays;

    /// <summary>The working days of the office, its closures included.</summary>
    public WorkingDayCalendar Calendar => _parts.Calendar;

    /// <summary>Computes deadlines with this office's holidays and working days.</summary>
    public DeadlineCalculator Deadlines => _parts.Deadlines;

    /// <summary>The classifier; <see langword="null"/> if none is set up.</summary>
    public ITextClassifier? Classifier => _parts.Classifier;

    /// <summary>Replaces personal data in texts; the same one in every snapshot.</summary>
    public Anonymizer Anonymizer => _parts.Anonymizer;

    /// <summary>The rule sets in the order of the options.</summary>
    public IReadOnlyList<RuleSet> RuleSets => _parts.RuleSets;

    /// <summary>The evaluator of a rule set.</summary>
    /// <param name="ruleSetId">Id of the rule set.</param>
    /// <param name="received">Day of receipt of the case, which decides between versions of one rule set.</param>
    /// <returns>The evaluator of the version valid on that day; of the last one in the options if none is.</returns>
    /// <exception cref="ArgumentException">There is no such rule set; the message lists those there are.</exception>
    public RuleEvaluator GetEvaluator(string ruleSetId, LocalDate received)
    {
        ArgumentNullException.ThrowIfNull(ruleSetId);
        RuleEvaluator? last = null;
        foreach (var evaluator in _parts.Evaluators)
        {
            if (evaluator.RuleSet.Id == ruleSetId)
            {
                last = evaluator;
                if (evaluator.RuleSet.IsValidOn(received))
                {
                    break;
                }
            }
        }

        return last ?? throw new ArgumentException(
            $"There is no rule set '{ruleSetId}' here; there are: {string.Join(", ", RuleSets.Select(ruleSet => ruleSet.Id).Distinct())}.", nameof(ruleSetId));
    }

    /// <summary>Plans a case: applicability, priority, duties with due dates, routes, notices, retention.</summary>
    /// <param name="ruleSetId">Id of the rule set.</param>
    /// <param name="caseId">Identifier of the case; it is neither logged nor traced.</param>
    /// <param name="received">Day of receipt.</param>
    /// <param name="facts">Values by fact name; a fact without entry takes its default.</param>
    /// <param name="history">What has happened so far; default nothing.</param>
    /// <returns>The plan and the version of the data.</returns>
    /// <exception cref="ArgumentException">There is no such rule set.</exception>
    /// <exception cref="CaseFactsException">A fact is missing without default, has a value that is not allowed, or is unknown.</exception>
    /// <exception cref="RuleConflictException">Two rules match where the hit policy of their table allows one.</exception>
    public KrmDecision<CasePlan> Plan(
        string ruleSetId,
        string caseId,
        LocalDate received,
        IReadOnlyDictionary<string, string?> facts,
        CaseHistory? history = null)
    {
        var evaluator = GetEvaluator(ruleSetId, received);
        var step = _telemetry.BeginPlan(Version, evaluator.RuleSet);
        try
        {
            var plan = evaluator.Evaluate(CaseFacts.Create(evaluator.RuleSet, caseId, received, facts), history ?? CaseHistory.Empty);
            return new KrmDecision<CasePlan>(plan, Version);
        }
        catch (Exception exception) when (step.Fail(exception))
        {
            throw;
        }
        finally
        {
            step.End();
        }
    }

    /// <summary>Sorts a text into a category, or abstains.</summary>
    /// <param name="text">The text as the citizen wrote it; it is neither logged nor traced.</param>
    /// <returns>The prediction and the version of the data.</returns>
    /// <exception cref="InvalidOperationException">No classifier is set up.</exception>
    public KrmDecision<Prediction> Classify(ReadOnlySpan<char> text)
    {
        var classifier = Classifier ?? throw new InvalidOperationException(
            $"No classifier is set up: set {nameof(KrmOptions)}.{nameof(KrmOptions.ModelFile)} or call {nameof(KrmOptions.UseClassifier)}.");
        var step = _telemetry.BeginClassification(Version);
        try
        {
            var prediction = classifier.Classify(text);
            step.IsAbstained = prediction.IsAbstained;
            return new KrmDecision<Prediction>(prediction, Version);
        }
        catch (Exception exception) when (step.Fail(exception))
        {
            throw;
        }
        finally
        {
            step.End();
        }
    }

    /// <summary>Computes a deadline with its steps, alternatives and confidence.</summary>
    /// <param name="spec">What to compute it from.</param>
    /// <returns>The deadline and the version of the data.</returns>
    /// <exception cref="DeadlineSpecException">The input is missing, contradictory or unknown; all problems are listed.</exception>
    public KrmDecision<Deadline> CalculateDeadline(DeadlineSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var step = _telemetry.BeginDeadline(Version);
        try
        {
            return new KrmDecision<Deadline>(Deadlines.Calculate(spec), Version);
        }
        catch (Exception exception) when (step.Fail(exception))
        {
            throw;
        }
        finally
        {
            step.End();
        }
    }
}
