namespace Krm.Hosting;

/// <summary>Kinds of data that decisions depend on.</summary>
public enum KrmPartKind
{
    /// <summary>Working days of the office: Land, municipality, week, holidays, closures.</summary>
    Calendar,

    /// <summary>Public holidays.</summary>
    Holidays,

    /// <summary>Rules of deadlines, such as notification fictions.</summary>
    DeadlineRules,

    /// <summary>Days on which the office is closed.</summary>
    Closures,

    /// <summary>A rule set (Regelwerk).</summary>
    RuleSet,

    /// <summary>The text classifier.</summary>
    Model,
}
