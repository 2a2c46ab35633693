using NodaTime;

namespace Krm.Rules.Monitoring;

/// <summary>What has happened to a case so far: what was done when, what fell away, when the clock stood still (Verlauf).</summary>
/// <remarks>Immutable and thread-safe. Kept apart from the plan, so that a plan worked out anew loses none of it.</remarks>
public sealed record CaseHistory
{
    /// <summary>Nothing has happened yet.</summary>
    public static CaseHistory Empty { get; } = new();

    /// <summary>Moment at which a duty was done, by duty id.</summary>
    public IReadOnlyDictionary<string, Instant> Completions { get; init; } = new Dictionary<string, Instant>(StringComparer.Ordinal);

    /// <summary>Why a duty need not be done, by duty id.</summary>
    public IReadOnlyDictionary<string, string> Waivers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Times during which the clock stood still; may overlap.</summary>
    public IReadOnlyList<CasePause> Pauses { get; init; } = [];

    /// <summary>The history with one duty done.</summary>
    /// <param name="duty">Duty id.</param>
    /// <param name="at">When it was done; replaces an earlier entry.</param>
    public CaseHistory Complete(string duty, Instant at) => this with { Completions = With(Completions, Guard.NotEmpty(duty), at) };

    /// <summary>The history with one duty waived.</summary>
    /// <param name="duty">Duty id.</param>
    /// <param name="reason">German reason.</param>
    public CaseHistory Waive(string duty, string reason) => this with { Waivers = With(Waivers, Guard.NotEmpty(duty), Guard.NotNull(reason)) };

    /// <summary>The history with one pause more.</summary>
    public CaseHistory Pause(CasePause pause) => this with { Pauses = [.. Pauses, Guard.NotNull(pause)] };

    /// <summary>The history with all pauses that still go on ended.</summary>
    /// <param name="lastDay">The last day that does not count; pauses that start later stay open.</param>
    public CaseHistory Resume(LocalDate lastDay) => this with
    {
        Pauses = [.. Pauses.Select(pause => pause.End is null && pause.Start <= lastDay ? pause with { End = lastDay } : pause)],
    };

    internal bool HasPauses => Pauses.Count > 0;

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> entries, string key, T value)
    {
        var copy = entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        copy[key] = value;
        return copy;
    }
}
