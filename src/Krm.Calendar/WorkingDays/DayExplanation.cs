using NodaTime;

namespace Krm.Calendar.WorkingDays;

/// <summary>All reasons why a day is or is not counted, as data and as German text.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DayExplanation
{
    private readonly string _term;

    internal DayExplanation(LocalDate date, DayStatus status, IReadOnlyList<DayReason> reasons, string term)
    {
        Date = date;
        Status = status;
        Reasons = reasons;
        _term = term;
    }

    /// <summary>The day.</summary>
    public LocalDate Date { get; }

    /// <summary>Whether the day is counted.</summary>
    public DayStatus Status { get; }

    /// <summary>Every reason, not only the first; empty for an ordinary counted day.</summary>
    public IReadOnlyList<DayReason> Reasons { get; }

    /// <summary>One or two German sentences that a clerk can file.</summary>
    /// <returns>Such as "Donnerstag, 01.05.2008, ist kein Arbeitstag: Tag der Arbeit (§ …) und Christi Himmelfahrt (§ …)."</returns>
    public string ToGerman()
    {
        string day = $"{GermanText.Weekday(Date.DayOfWeek)}, {GermanText.Date(Date)}, ist ";
        string reasons = GermanText.Enumerate([.. Reasons.Select(reason => reason.Text)]);
        return Status switch
        {
            DayStatus.NotCounted => $"{day}kein {_term}: {reasons}.",
            DayStatus.Unknown => $"{day}nicht sicher ein {_term}: {reasons}.",
            _ when reasons.Length > 0 => $"{day}ein {_term}, obwohl für einen Teil gilt: {reasons}.",
            _ => $"{day}ein {_term}.",
        };
    }

    /// <inheritdoc cref="ToGerman"/>
    public override string ToString() => ToGerman();
}
