using Krm.Analytics.Classification;
using Krm.Rules;
using NodaTime;

namespace Krm.Reporting;

/// <summary>What the report has to know of one case (Vorgang): days and groups, no text of a citizen.</summary>
/// <remarks>
/// Names of groups (<see cref="Kind"/>, <see cref="Unit"/>, <see cref="Priority"/>, <see cref="Category"/>) are shown
/// in the report as they are. They must come from a closed list of the host, never from free text.
/// A group that is <see langword="null"/> or blank counts as "ohne Angabe". Immutable and thread-safe.
/// </remarks>
public sealed record ReportCase
{
    /// <summary>The day the case was received.</summary>
    public required LocalDate Received { get; init; }

    /// <summary>The day the case was closed; <see langword="null"/> (default) while it is open or where the day is not known.</summary>
    public LocalDate? Closed { get; init; }

    /// <summary>The last day on which closing the case is in time; <see langword="null"/> (default) where no deadline applies.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>The kind of the case, for example "Beschwerde", "Anregung", "Lob".</summary>
    public string? Kind { get; init; }

    /// <summary>The organisational unit that answers for the case, for example a Fachamt.</summary>
    public string? Unit { get; init; }

    /// <summary>The priority the rule set gave to the case.</summary>
    public string? Priority { get; init; }

    /// <summary>What the case is about.</summary>
    public string? Category { get; init; }

    /// <summary>
    /// How sure the classifier was of <see cref="Category"/>, 0 to 1; <see langword="null"/> (default) where a person
    /// decided or nobody did.
    /// </summary>
    public double? Confidence { get; init; }

    /// <summary>Whether the classifier left the decision to a person. Default: <see langword="false"/>.</summary>
    public bool IsAbstained { get; init; }

    /// <summary>Whether the rule set applies to the case. Default: <see langword="true"/>.</summary>
    public bool IsApplicable { get; init; } = true;

    /// <summary>
    /// The step an overdue case is stuck at, for example "Stellungnahme"; <see langword="null"/> (default) where
    /// nobody records which steps are done.
    /// </summary>
    public string? PendingStep { get; init; }

    /// <summary>Which service promises were kept. Default: none.</summary>
    public IReadOnlyList<PromiseResult> Promises { get; init; } = [];

    /// <summary>Priority of cases the rule set does not apply to.</summary>
    internal const string NotApplicable = "nicht im Geltungsbereich";

    private static readonly string[] FinalDuties = ["antwort", "abschlussantwort"];

    /// <summary>What plan and prediction say about a case; the host adds the rest with <c>with</c>.</summary>
    /// <remarks>
    /// <see cref="Due"/> is the last day of the duty that answers the citizen: the one named, else "antwort" or
    /// "abschlussantwort", else the duty that is due last. An abstained prediction gives no category.
    /// </remarks>
    /// <param name="plan">The plan of the case.</param>
    /// <param name="prediction">What the classifier says; <see langword="null"/> where nobody asked it.</param>
    /// <param name="finalDuty">Identifier of the duty that answers the citizen; <see langword="null"/> for the usual ones.</param>
    /// <returns>The case, without kind, unit and day of closing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    /// <example>
    /// <code>
    /// builder.Add(ReportCase.Of(plan, prediction) with { Kind = "Beschwerde", Unit = "Bauamt", Closed = closed });
    /// </code>
    /// </example>
    public static ReportCase Of(CasePlan plan, Prediction? prediction = null, string? finalDuty = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new ReportCase
        {
            Received = plan.Facts.Received,
            Due = FinalDutyOf(plan, finalDuty)?.DueDate,
            Priority = plan.IsApplicable ? plan.Priority : NotApplicable,
            IsApplicable = plan.IsApplicable,
            Category = prediction is { IsAbstained: false } sure ? sure.Category : null,
            Confidence = prediction?.Confidence,
            IsAbstained = prediction is { IsAbstained: true },
        };
    }

    /// <summary>The duty that answers the citizen: closing the case does it.</summary>
    /// <param name="plan">The plan of the case.</param>
    /// <param name="finalDuty">Its identifier; <see langword="null"/> (default) for "antwort" or "abschlussantwort", else the duty that is due last.</param>
    /// <returns>The duty; <see langword="null"/> where the plan does not have it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is <see langword="null"/>.</exception>
    public static Duty? FinalDutyOf(CasePlan plan, string? finalDuty = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return finalDuty is not null
            ? plan.FindDuty(finalDuty)
            : FinalDuties.Select(plan.FindDuty).FirstOrDefault(duty => duty is not null) ?? plan.Duties.MaxBy(duty => duty.DueDate);
    }
}
