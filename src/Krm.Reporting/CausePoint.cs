using NodaTime;

namespace Krm.Reporting;

/// <summary>One period in the course of a recurring cause.</summary>
/// <param name="Start">First day of the period.</param>
/// <param name="Observed">Cases that were counted; small numbers are withheld.</param>
/// <param name="Expected">Cases that were to be expected; <see langword="null"/> where there was no past to expect from.</param>
/// <param name="Upper">Upper edge of what is still usual; <see langword="null"/> where there is none.</param>
public sealed record CausePoint(LocalDate Start, ReportCount Observed, double? Expected, double? Upper);
