using NodaTime;

namespace CaseDesk.Cases;

/// <summary>What has to be done next for a case; stored with it so that the worklist is one query.</summary>
/// <param name="Title">Title of the duty; empty where nothing is left to do.</param>
/// <param name="Due">Its last day; null where it has none.</param>
/// <param name="Fingerprint">The version of the data it was worked out with.</param>
public sealed record NextDuty(string Title, LocalDate? Due, string Fingerprint);
