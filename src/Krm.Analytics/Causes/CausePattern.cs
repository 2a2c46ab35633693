namespace Krm.Analytics.Causes;

/// <summary>The shape in which a recurring cause shows.</summary>
public enum CausePattern
{
    /// <summary>Many more cases than expected for a few weeks.</summary>
    Burst,

    /// <summary>A lasting rise to a higher level from some week on.</summary>
    Shift,

    /// <summary>A peak that comes back at the same time of each year or with each event of a calendar.</summary>
    Seasonal,

    /// <summary>A slow rise over a long time.</summary>
    Trend,

    /// <summary>Always more cases than comparable units of the same exposure.</summary>
    Chronic,
}
