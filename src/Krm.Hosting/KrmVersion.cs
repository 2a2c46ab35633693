namespace Krm.Hosting;

/// <summary>Names the data a decision was made with, so that it can be repeated years later.</summary>
/// <param name="Name">Name under which the office was added; empty for the default one.</param>
/// <param name="Generation">Counts the versions this process has taken, from 1.</param>
/// <param name="Fingerprint">Hash over all <paramref name="Parts"/>, 16 hexadecimal digits: equal data, equal fingerprint, in every process.</param>
/// <param name="LoadedAt">When this process took it.</param>
/// <param name="Parts">The pieces of data with their own versions and fingerprints.</param>
public sealed record KrmVersion(string Name, int Generation, string Fingerprint, DateTimeOffset LoadedAt, IReadOnlyList<KrmPart> Parts)
{
    /// <summary>Fingerprint and pieces on one line, for a log or a file note.</summary>
    public override string ToString() =>
        $"{Fingerprint} ({string.Join(", ", Parts.Select(part => part.Version.Length == 0 ? part.Id : $"{part.Id} {part.Version}"))})";
}
