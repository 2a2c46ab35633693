namespace Krm.Reporting;

/// <summary>How fast a group of cases was, and how often in time.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Cases">Number of cases of the group.</param>
/// <param name="InTime">
/// Share of cases closed on or before their last day among those closed or overdue; <see langword="null"/> where the group is too small.
/// </param>
/// <param name="MedianDays">
/// Calendar days until half of the cases are closed; <see langword="null"/> where half are not closed yet or the group is too small.
/// </param>
/// <param name="NinetiethPercentileDays">Calendar days until nine of ten cases are closed; else as <paramref name="MedianDays"/>.</param>
public sealed record DeadlineFigure(
    string Group, ReportCount Cases, ShareInterval? InTime, double? MedianDays, double? NinetiethPercentileDays);
