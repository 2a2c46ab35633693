using Krm.Analytics.Causes;
using NodaTime;

namespace Krm.Cli.Measures;

/// <summary>What was done against a recurring cause (Maßnahme).</summary>
/// <param name="Name">What was done, as the report names it.</param>
/// <param name="Date">Since when.</param>
/// <param name="Cell">The cases it is about.</param>
internal sealed record Measure(string Name, LocalDate Date, CauseCell Cell);
