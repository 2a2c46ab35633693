namespace Krm.Rules.Monitoring;

/// <summary>Choices of a <see cref="DutyMonitor"/>.</summary>
public sealed record DutyMonitorOptions
{
    /// <summary>How many working days before its due date a duty counts as due soon: 0 to 250, 2 unless set.</summary>
    public int DueSoonWorkingDays { get; init; } = 2;
}
