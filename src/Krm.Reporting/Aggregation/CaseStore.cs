namespace Krm.Reporting.Aggregation;

/// <summary>The cases of a report while it is being built.</summary>
internal sealed class CaseStore
{
    /// <summary>Cases received in the period of the report.</summary>
    public List<CaseRecord> Records { get; } = [];

    /// <summary>Cases received before it, for comparison only.</summary>
    public List<CaseRecord> Earlier { get; } = [];

    public GroupNames Kinds { get; } = new();

    public GroupNames Units { get; } = new();

    public GroupNames Priorities { get; } = new();

    public GroupNames Categories { get; } = new();

    public GroupNames Steps { get; } = new();

    public bool HasClosingDays { get; set; }
}
