using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>The days of the week on which work is done.</summary>
/// <remarks>Immutable value. The default value has no day and is refused where a pattern is needed.</remarks>
public readonly struct WeekPattern : IEquatable<WeekPattern>
{
    // Bit 1 is Monday, bit 7 Sunday, as in IsoDayOfWeek.
    private readonly byte _days;

    private WeekPattern(byte days) => _days = days;

    /// <summary>Monday to Friday.</summary>
    public static WeekPattern MondayToFriday { get; } = Of(
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday);

    /// <summary>Monday to Saturday.</summary>
    public static WeekPattern MondayToSaturday { get; } = Of(
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday);

    /// <summary>Whether the pattern has no day at all.</summary>
    public bool IsEmpty => _days == 0;

    /// <summary>A pattern of any days, such as Tuesday and Thursday.</summary>
    /// <param name="days">At least one day; repeated days count once.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="days"/> is null.</exception>
    /// <exception cref="ArgumentException">No day is given, or one is not a day of the week.</exception>
    public static WeekPattern Of(params IsoDayOfWeek[] days)
    {
        int bits = 0;
        foreach (IsoDayOfWeek day in Guard.NotNull(days))
        {
            if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                throw new ArgumentException($"'{day}' is not a day of the week.", nameof(days));
            }

            bits |= 1 << (int)day;
        }

        return bits == 0
            ? throw new ArgumentException("A week pattern needs at least one day.", nameof(days))
            : new WeekPattern((byte)bits);
    }

    /// <summary>Whether two patterns have the same days.</summary>
    /// <param name="left">A pattern.</param>
    /// <param name="right">Another pattern.</param>
    /// <returns>True for the same days.</returns>
    public static bool operator ==(WeekPattern left, WeekPattern right) => left.Equals(right);

    /// <summary>Whether two patterns differ.</summary>
    /// <param name="left">A pattern.</param>
    /// <param name="right">Another pattern.</param>
    /// <returns>True for different days.</returns>
    public static bool operator !=(WeekPattern left, WeekPattern right) => !left.Equals(right);

    /// <summary>Whether a day of the week belongs to the pattern.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True where it belongs; false also for <see cref="IsoDayOfWeek.None"/>.</returns>
    public bool Contains(IsoDayOfWeek day) => (_days & (1 << (int)day)) != 0;

    /// <inheritdoc/>
    public bool Equals(WeekPattern other) => _days == other._days;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WeekPattern other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _days;

    /// <summary>German short names, such as "Mo, Di, Mi, Do, Fr".</summary>
    /// <returns>The names in the order of the week, or an empty string.</returns>
    public override string ToString()
    {
        WeekPattern pattern = this;
        return string.Join(", ", Enumerable.Range(1, 7)
            .Select(day => (IsoDayOfWeek)day)
            .Where(day => pattern.Contains(day))
            .Select(day => GermanText.Short(day)));
    }
}
