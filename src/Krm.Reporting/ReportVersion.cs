namespace Krm.Reporting;

/// <summary>A rule set, calendar, model or program the figures rest on.</summary>
/// <param name="Name">What it is, for example "Regelwerk harburg".</param>
/// <param name="Version">Its version or fingerprint.</param>
public sealed record ReportVersion(string Name, string Version);
