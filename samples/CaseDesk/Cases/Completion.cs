using NodaTime;

namespace CaseDesk.Cases;

/// <summary>A duty that was done.</summary>
/// <param name="Duty">Its id in the rule set.</param>
/// <param name="Day">The day on which it was done.</param>
public readonly record struct Completion(string Duty, LocalDate Day);
