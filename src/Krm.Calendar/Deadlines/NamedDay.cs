using System.Diagnostics.CodeAnalysis;
using Krm.Calendar.Deadlines.Lawbook;
using NodaTime;
using NodaTime.Text;

namespace Krm.Calendar.Deadlines;

/// <summary>A day that was named (bestimmter Tag): a date, or a part of a month (§ 192 BGB).</summary>
/// <remarks>Text form: <c>2026-05-30</c>, or <c>2026-05-beginning</c>, <c>2026-05-middle</c>, <c>2026-05-end</c>. Immutable.</remarks>
public readonly record struct NamedDay
{
    private NamedDay(LocalDate date, MonthPart? part)
    {
        Date = date;
        Part = part;
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>The part of the month by which it was named; null for a plain date.</summary>
    public MonthPart? Part { get; }

    /// <summary>A plain date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The named day.</returns>
    public static NamedDay On(LocalDate date) => new(date, null);

    /// <summary>The beginning (1st), middle (15th) or end (last day) of a month (§ 192 BGB).</summary>
    /// <param name="month">The month.</param>
    /// <param name="part">The part.</param>
    /// <returns>The named day.</returns>
    public static NamedDay In(YearMonth month, MonthPart part) => new(
        part switch
        {
            MonthPart.Beginning => month.OnDayOfMonth(1),
            MonthPart.Middle => month.OnDayOfMonth(15),
            _ => month.ToDateInterval().End,
        },
        part);

    /// <summary>Reads the text form without an exception.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="day">The day, or the default value where the result is false.</param>
    /// <returns>Whether the text names a day.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out NamedDay day)
    {
        const int MonthLength = 7;
        string trimmed = (text ?? "").Trim();
        ParseResult<LocalDate> date = LocalDatePattern.Iso.Parse(trimmed);
        day = date.Success ? On(date.Value) : default;
        if (date.Success || trimmed.Length <= MonthLength + 1 || trimmed[MonthLength] != '-')
        {
            return date.Success;
        }

        ParseResult<YearMonth> month = YearMonthPattern.Iso.Parse(trimmed.Substring(0, MonthLength));
        if (!month.Success || !DeadlineCodes.MonthParts.TryParse(trimmed.Substring(MonthLength + 1), out MonthPart part))
        {
            return false;
        }

        day = In(month.Value, part);
        return true;
    }

    /// <summary>The text form.</summary>
    /// <returns>A date or a month with its part.</returns>
    public override string ToString()
    {
        string date = LocalDatePattern.Iso.Format(Date);
        return Part is { } part ? $"{date.Substring(0, 8)}{DeadlineCodes.MonthParts[part]}" : date;
    }
}
