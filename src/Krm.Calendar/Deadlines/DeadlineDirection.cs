namespace Krm.Calendar.Deadlines;

/// <summary>Whether a period runs from its event or up to it.</summary>
public enum DeadlineDirection
{
    /// <summary>The period starts at the event.</summary>
    Forward,

    /// <summary>The period ends at the event; its result is the last day on which it is still kept.</summary>
    Backward,
}
