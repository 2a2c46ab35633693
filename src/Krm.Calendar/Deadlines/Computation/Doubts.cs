namespace Krm.Calendar.Deadlines.Computation;

/// <summary>Open and contested questions that a computation met, each of which may have another answer.</summary>
[Flags]
internal enum Doubts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The day of a fiction is free, and no supreme court has decided whether it moves.</summary>
    FictionOnFreeDay = 1,

    /// <summary>The policy on the day of a fiction goes against a supreme court.</summary>
    FictionAgainstCourt = 1 << 1,

    /// <summary>Posted before the change of law, received after it, and no transition rule.</summary>
    Transition = 1 << 2,

    /// <summary>The rule is from a secondary source.</summary>
    RuleUnverified = 1 << 3,

    /// <summary>The rule is not known.</summary>
    RuleUnknown = 1 << 4,

    /// <summary>The Land's own law would give another day of receipt.</summary>
    LandLawDiffers = 1 << 5,

    /// <summary>The day on which public notice takes effect.</summary>
    PublicNotice = 1 << 6,

    /// <summary>A span of time ends on a free day.</summary>
    DurationOnFreeDay = 1 << 7,

    /// <summary>A waiting period ends on a free day.</summary>
    WaitingOnFreeDay = 1 << 8,

    /// <summary>A service target ends on a free day.</summary>
    ServiceOnFreeDay = 1 << 9,

    /// <summary>A period counted back ends on a free day.</summary>
    BackwardOnFreeDay = 1 << 10,

    /// <summary>Two working days had to be kept.</summary>
    TwoWorkingDays = 1 << 11,

    /// <summary>The extension was counted from the unshifted end.</summary>
    UnshiftedExtension = 1 << 12,

    /// <summary>A period in Werktage ends on a Saturday.</summary>
    WerktagOnSaturday = 1 << 13,

    /// <summary>The hour of the event exists twice.</summary>
    AmbiguousHour = 1 << 14,

    /// <summary>How to count hours is left open.</summary>
    OpenHours = 1 << 15,
}
