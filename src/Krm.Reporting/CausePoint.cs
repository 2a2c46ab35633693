using NodaTime;

namespace Krm.Reporting;

/// <summary>One period in the course of a recurring cause.</summary>
/// <param name="Start">First day of the period.</param>
/// <param name="Observed">Cases that were counted; small numbers are withheld.</param>
public readonly record struct CausePoint(LocalDate Start, ReportCount Observed);
