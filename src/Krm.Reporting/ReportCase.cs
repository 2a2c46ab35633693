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
}
