namespace Krm.Calendar.Deadlines.Policies;

/// <summary>From where an extension by a period is counted.</summary>
public enum ExtensionOrigin
{
    /// <summary>From the end after its shift (BGH 14.12.2005 IX ZB 198/04).</summary>
    ShiftedEnd,

    /// <summary>From the end before its shift (OLG Rostock 3 U 151/03, not followed by the BGH).</summary>
    UnshiftedEnd,
}
