namespace Krm.Analytics.Counting;

/// <summary>The length of the periods in which cases are counted.</summary>
public enum PeriodKind
{
    /// <summary>Calendar weeks from Monday to Sunday, numbered as in ISO 8601.</summary>
    Week,

    /// <summary>Calendar months.</summary>
    Month,
}
