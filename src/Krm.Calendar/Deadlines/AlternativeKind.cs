namespace Krm.Calendar.Deadlines;

/// <summary>How to read an alternative date.</summary>
public enum AlternativeKind
{
    /// <summary>The earlier of two possible dates: safe to meet.</summary>
    SafeToMeet,

    /// <summary>The later of two possible dates: nobody may be treated as late before it has passed.</summary>
    NotLateBefore,

    /// <summary>The date under another view of an open or contested question.</summary>
    OtherView,
}
