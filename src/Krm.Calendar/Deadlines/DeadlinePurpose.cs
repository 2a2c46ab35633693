namespace Krm.Calendar.Deadlines;

/// <summary>What a period is for; it decides whether an end on a free day moves.</summary>
public enum DeadlinePurpose
{
    /// <summary>Something has to be done within it: the end moves as the regime says.</summary>
    Act,

    /// <summary>A mere span of time (Zeitraum), such as an age or a lease: the end stays.</summary>
    Duration,

    /// <summary>A period for which an authority grants benefits (§ 31 Abs. 4 VwVfG, § 26 Abs. 4 SGB X, § 108 Abs. 4 AO): the end stays.</summary>
    Benefit,

    /// <summary>Something may only be done after it (Sperrfrist, § 75 VwGO): the end moves as the regime says, with low confidence.</summary>
    Waiting,
}
