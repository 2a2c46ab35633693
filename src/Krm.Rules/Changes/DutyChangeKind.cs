namespace Krm.Rules.Changes;

/// <summary>What changed between two plans of a case.</summary>
public enum DutyChangeKind
{
    /// <summary>The procedure applies now and did not before, or the other way round.</summary>
    Scope,

    /// <summary>The priority changed.</summary>
    Priority,

    /// <summary>A duty is new.</summary>
    Added,

    /// <summary>A duty is gone.</summary>
    Removed,

    /// <summary>A duty has another due date, or for a period in hours another minute of it.</summary>
    Date,

    /// <summary>A duty has another role.</summary>
    Role,
}
