using NodaTime;

namespace Krm.Calendar.Holidays;

/// <summary>One entry of the holiday data: a holiday in some Länder, or in one area, for a time, on one legal basis.</summary>
/// <remarks>The path says where the entry stands, for messages: file and JSON path.</remarks>
internal sealed record HolidayRule(
    string Path,
    string Id,
    string Name,
    DateRule Date,
    IReadOnlyList<Bundesland> Laender,
    string? AreaId,
    LocalDate? From,
    LocalDate? To,
    string? LegalBasis,
    string? Note,
    bool IsLowConfidence)
{
    /// <summary>The day in a year, if the rule applies then.</summary>
    public LocalDate? In(int year) =>
        Date.In(year) is { } day && (From is null || day >= From) && (To is null || day <= To) ? day : null;

    /// <summary>Whether the rule yields any day in the covered years.</summary>
    public bool EverApplies()
    {
        for (int year = CoveredDays.FirstYear; year <= CoveredDays.LastYear; year++)
        {
            if (In(year) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two rules are in force on a common day.</summary>
    public bool OverlapsInTime(HolidayRule other) =>
        (From is null || other.To is null || From <= other.To) && (other.From is null || To is null || other.From <= To);
}
