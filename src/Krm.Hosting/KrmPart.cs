namespace Krm.Hosting;

/// <summary>One piece of data that decisions depend on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its name: the Land, the id of the rule set, the name of the file.</param>
/// <param name="Version">Its version as it states it; empty if it states none.</param>
/// <param name="Fingerprint">Hash of its content in hexadecimal.</param>
/// <param name="Source">The path it was read from; empty for shipped data and for what the host gave.</param>
public sealed record KrmPart(KrmPartKind Kind, string Id, string Version, string Fingerprint, string Source);
