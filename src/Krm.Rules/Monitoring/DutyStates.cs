namespace Krm.Rules.Monitoring;

/// <summary>German names of the states of a duty.</summary>
public static class DutyStates
{
    /// <summary>The name a clerk reads, for example "bald fällig".</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a state.</exception>
    public static string GermanName(this DutyState state) => state switch
    {
        DutyState.Open => "offen",
        DutyState.DueSoon => "bald fällig",
        DutyState.Overdue => "überfällig",
        DutyState.DoneInTime => "fristgerecht erledigt",
        DutyState.DoneLate => "verspätet erledigt",
        DutyState.Paused => "ruht",
        DutyState.Waived => "entfallen",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a duty."),
    };

    /// <summary>Whether nothing is left to do.</summary>
    public static bool IsSettled(this DutyState state) => state is DutyState.DoneInTime or DutyState.DoneLate or DutyState.Waived;
}
