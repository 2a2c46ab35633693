using Krm.Analytics.Causes;
using NodaTime;

namespace CaseDesk.Analysis;

/// <summary>What was done against a recurring cause.</summary>
/// <param name="Id">Identifier, given by the form.</param>
/// <param name="Name">What was done.</param>
/// <param name="Day">Since when.</param>
/// <param name="Cell">The cases it is about.</param>
public sealed record Measure(string Id, string Name, LocalDate Day, CauseCell Cell);
