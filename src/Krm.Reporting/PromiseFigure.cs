namespace Krm.Reporting;

/// <summary>How often a service promise was kept.</summary>
/// <param name="Promise">What was promised.</param>
/// <param name="Decided">Cases in which it is decided whether the promise was kept.</param>
/// <param name="Kept">Share of them in which it was; <see langword="null"/> where they are too few.</param>
public sealed record PromiseFigure(string Promise, ReportCount Decided, ShareInterval? Kept);
