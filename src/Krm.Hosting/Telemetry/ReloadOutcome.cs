namespace Krm.Hosting.Telemetry;

/// <summary>What became of a look at files and options.</summary>
internal enum ReloadOutcome
{
    /// <summary>A new version serves.</summary>
    Taken,

    /// <summary>The data are the same.</summary>
    Unchanged,

    /// <summary>Something was broken; the old version serves.</summary>
    Refused,
}
