namespace Krm.Rules.Outcomes;

/// <summary>A duty (Pflicht, Arbeitsschritt): what somebody has to do until when.</summary>
/// <param name="Id">Identifier; a plan carries it at most once.</param>
/// <param name="Title">German title.</param>
/// <param name="Role">Who has to do it.</param>
/// <param name="Due">When it is due; <c>null</c> if no day follows from the rules.</param>
public sealed record DutyOutcome(string Id, string Title, string Role, DueRule? Due) : Outcome
{
    /// <summary>The channel to use; may be empty.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Name of the template to use; may be empty.</summary>
    public string Template { get; init; } = "";

    /// <summary>German reason, for a clerk; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Identifiers of the duties that have to be done first.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Whom to tell, and when, while the duty is open; ascending by working days.</summary>
    public IReadOnlyList<EscalationStage> Escalation
    {
        get => Stages;
        init => Stages = [.. value];
    }

    internal override string Key => Id;

    internal EscalationStage[] Stages { get; private init; } = [];

    /// <summary>Whether all members are equal.</summary>
    public bool Equals(DutyOutcome? other) =>
        other is not null && Id == other.Id && Title == other.Title && Role == other.Role && Equals(Due, other.Due)
        && Channel == other.Channel && Template == other.Template && Reason == other.Reason
        && DependsOn.SequenceEqual(other.DependsOn) && Escalation.SequenceEqual(other.Escalation);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);
}
