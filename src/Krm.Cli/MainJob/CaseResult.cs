using Krm.Analytics.Classification;
using Krm.Rules;
using NodaTime;

namespace Krm.Cli.MainJob;

/// <summary>Everything the main job finds out about one row.</summary>
/// <param name="Plan">The plan; null where the row cannot be planned.</param>
/// <param name="Closed">The day of closing, if known.</param>
/// <param name="Text">The anonymised text.</param>
/// <param name="Prediction">The category; null without a model.</param>
/// <param name="Error">Why the row cannot be planned, or null.</param>
internal sealed record CaseResult(CasePlan? Plan, LocalDate? Closed, string Text, Prediction? Prediction, string? Error);
