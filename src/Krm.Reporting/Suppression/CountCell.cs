namespace Krm.Reporting.Suppression;

/// <summary>One number that the report may publish; tables that show the same number share the cell.</summary>
internal sealed class CountCell(long value = 0)
{
    public long Value { get; set; } = value;

    public bool IsSuppressed { get; set; }

    public ReportCount ToCount() => IsSuppressed ? ReportCount.Suppressed : ReportCount.Of(Value);
}
