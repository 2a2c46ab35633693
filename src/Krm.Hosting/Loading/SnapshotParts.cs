using Krm.Analytics.Anonymization;
using Krm.Analytics.Classification;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using Krm.Rules;

namespace Krm.Hosting.Loading;

/// <summary>What was read and checked for one set of options.</summary>
internal sealed record SnapshotParts
{
    public required Bundesland Land { get; init; }

    public required HolidayData Holidays { get; init; }

    public required WorkingDayCalendar Calendar { get; init; }

    public required DeadlineCalculator Deadlines { get; init; }

    public required IReadOnlyList<RuleEvaluator> Evaluators { get; init; }

    public required IReadOnlyList<RuleSet> RuleSets { get; init; }

    public required ITextClassifier? Classifier { get; init; }

    public required Anonymizer Anonymizer { get; init; }

    public required IReadOnlyList<KrmPart> Parts { get; init; }

    public required string Fingerprint { get; init; }
}
