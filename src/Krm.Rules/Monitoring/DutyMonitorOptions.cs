namespace Krm.Rules.Monitoring;

/// <summary>Choices of a <see cref="DutyMonitor"/>.</summary>
public sealed record DutyMonitorOptions
{
    /// <summary>How many working days before its due date a duty counts as due soon: 0 to 250, 2 unless set.</summary>
    public int DueSoonWorkingDays { get; init; } = 2;

    /// <summary>First moment of the working day at which warnings may go out, unless set 8:00.</summary>
    public NodaTime.LocalTime OfficeOpens { get; init; } = new(8, 0);

    /// <summary>First moment at which they may no more, unless set 16:00.</summary>
    public NodaTime.LocalTime OfficeCloses { get; init; } = new(16, 0);
}
