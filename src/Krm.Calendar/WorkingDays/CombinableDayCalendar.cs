namespace Krm.Calendar.WorkingDays;

/// <summary>What calendars of one kind can do with each other: union, intersection, equality.</summary>
/// <typeparam name="TSelf">The kind itself, so that an Arbeitstag is never combined with a Werktag.</typeparam>
/// <remarks>Immutable and thread-safe. A combination is built anew, about a millisecond and 200 kB: keep it.</remarks>
public abstract class CombinableDayCalendar<TSelf> : DayCalendar, IEquatable<TSelf>
    where TSelf : CombinableDayCalendar<TSelf>
{
    private protected CombinableDayCalendar(DayReasoning reasoning)
        : base(reasoning)
    {
    }

    /// <summary>A calendar that counts the days counted by both: authority and recipient must both be at work.</summary>
    /// <param name="other">The other calendar.</param>
    /// <returns>The intersection; its explanations name the reasons of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public TSelf Intersect(TSelf other) => Create(new IntersectionReasoning(Reasoning, Guard.NotNull(other).Reasoning));

    /// <summary>A calendar that counts the days counted by either: it is enough that one of two is at work.</summary>
    /// <param name="other">The other calendar.</param>
    /// <returns>The union; its explanations name the reasons of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public TSelf Union(TSelf other) => Create(new UnionReasoning(Reasoning, Guard.NotNull(other).Reasoning));

    /// <summary>The same calendar on the assumption that every uncertain holiday applies.</summary>
    /// <returns>
    /// A calendar without uncertain days. This one assumes the opposite, so the two together give both answers; where
    /// they agree, the municipality does not matter.
    /// </returns>
    public TSelf AssumingUncertainHolidays() => Create(new AssumedReasoning(Reasoning));

    /// <summary>Whether another calendar counts, and doubts, exactly the same days.</summary>
    /// <param name="other">Another calendar, or null.</param>
    /// <returns>True for the same days, wherever they come from.</returns>
    public bool Equals(TSelf? other) => HasSameDays(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TSelf other && HasSameDays(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Fingerprint);

    private protected abstract TSelf Create(DayReasoning reasoning);
}
