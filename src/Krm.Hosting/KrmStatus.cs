namespace Krm.Hosting;

/// <summary>How an office is served at the moment.</summary>
/// <param name="Version">The version that serves.</param>
/// <param name="RefusedAt">When newer files or options were refused; null if the newest serve.</param>
/// <param name="Problems">Why they were refused, one entry a problem; empty if the newest serve. Free of citizens' text.</param>
public sealed record KrmStatus(KrmVersion Version, DateTimeOffset? RefusedAt, IReadOnlyList<string> Problems)
{
    /// <summary>Whether the newest files and options serve.</summary>
    public bool IsCurrent => RefusedAt is null;
}
