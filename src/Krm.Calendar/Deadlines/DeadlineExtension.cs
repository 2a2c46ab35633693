using NodaTime;

namespace Krm.Calendar.Deadlines;

/// <summary>An extension (Verlängerung) by a period or to a named day.</summary>
/// <remarks>Exactly one of the two is set, except in the default value, which is no extension. § 190 BGB, § 31 Abs. 7 VwVfG.</remarks>
public readonly record struct DeadlineExtension
{
    private DeadlineExtension(DeadlinePeriod? period, LocalDate? day)
    {
        Period = period;
        Day = day;
    }

    /// <summary>The further period, or null.</summary>
    public DeadlinePeriod? Period { get; }

    /// <summary>The named last day, or null.</summary>
    public LocalDate? Day { get; }

    /// <summary>An extension by a further period, counted from the end of the previous one (§ 190 BGB).</summary>
    /// <param name="period">The further period.</param>
    /// <returns>The extension.</returns>
    public static DeadlineExtension By(DeadlinePeriod period) => new(period, null);

    /// <summary>An extension to a named day.</summary>
    /// <param name="day">The last day, before any shift.</param>
    /// <returns>The extension.</returns>
    public static DeadlineExtension To(LocalDate day) => new(null, day);
}
