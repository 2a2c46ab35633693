namespace Krm.Calendar.Deadlines.Policies;

/// <summary>How a period is counted back from its event.</summary>
public enum BackwardModel
{
    /// <summary>The whole period lies between: neither the day of the event nor the day of the act counts.</summary>
    FullDays,

    /// <summary>§ 121 Abs. 7 AktG: the day of the meeting does not count; no shift in either direction; §§ 187–193 BGB do not apply.</summary>
    GeneralMeeting,
}
