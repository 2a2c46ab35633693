using NodaTime;

namespace Krm.Reporting;

/// <summary>Days that are counted together.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive, not before <paramref name="From"/>.</param>
/// <param name="Label">How the period is called in tables, for example "März 2026".</param>
public sealed record ReportPeriod(LocalDate From, LocalDate To, string Label);
