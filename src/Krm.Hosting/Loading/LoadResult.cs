namespace Krm.Hosting.Loading;

/// <summary>Outcome of reading and checking everything one set of options names.</summary>
/// <param name="Parts">What was read; null if there are problems.</param>
/// <param name="Problems">All problems, each with the option and the file it concerns.</param>
/// <param name="Files">The files as they were looked at before they were read: a later change is a newer stamp.</param>
internal sealed record LoadResult(SnapshotParts? Parts, IReadOnlyList<string> Problems, IReadOnlyList<FileStamp> Files);
