using Krm.Rules.Monitoring;

namespace CaseDesk;

/// <summary>How states look; each is also written out, so that nobody has to tell colours apart.</summary>
public static class StateClasses
{
    /// <summary>The class of the style sheet.</summary>
    public static string Of(DutyState state) => state switch
    {
        DutyState.Overdue => "late",
        DutyState.DueSoon => "soon",
        DutyState.DoneLate => "done-late",
        DutyState.DoneInTime or DutyState.Waived => "done",
        _ => "open",
    };
}
