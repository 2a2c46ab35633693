using NodaTime;

namespace Krm.Reporting;

/// <summary>What a report is about and how careful it is with small numbers.</summary>
/// <remarks>Immutable and thread-safe; change a copy with <c>with</c>.</remarks>
public sealed record ReportOptions
{
    /// <summary>The day whose state the report shows: a case closed later counts as open.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The title. Default: "Beschwerden und Kundenanliegen".</summary>
    public string Title { get; init; } = "Beschwerden und Kundenanliegen";

    /// <summary>Who reports. Default: empty.</summary>
    public string Organization { get; init; } = "";

    /// <summary>For whom the report is made. Default: empty.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>First day of the period (inclusive, by day of receipt); default <see langword="null"/>: the first receipt.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Last day of the period (inclusive); default <see langword="null"/>: the last receipt up to <see cref="AsOf"/>.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Only cases of this unit are reported. Default <see langword="null"/>: all units.</summary>
    public string? Unit { get; init; }

    /// <summary>Counts of 1 to this number minus 1 are withheld. Range 1 (nothing is withheld) to 100. Default: 5.</summary>
    public int SmallestCount { get; init; } = 5;

    /// <summary>How many groups a table names before the rest becomes "Übrige". Range 3 to 100. Default: 12.</summary>
    public int LargestGroupCount { get; init; } = 12;

    /// <summary>What the figures rest on, for the last section: name and version of rule set, calendar, model.</summary>
    public IReadOnlyList<ReportVersion> Versions { get; init; } = [];
}
