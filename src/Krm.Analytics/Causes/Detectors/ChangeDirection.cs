namespace Krm.Analytics.Causes.Detectors;

/// <summary>Which change a chart looks for.</summary>
public enum ChangeDirection
{
    /// <summary>More cases than expected.</summary>
    Increase,

    /// <summary>Fewer cases than expected.</summary>
    Decrease,
}
