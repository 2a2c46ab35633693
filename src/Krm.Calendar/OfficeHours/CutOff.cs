using System.Globalization;
using NodaTime;

namespace Krm.Calendar.OfficeHours;

/// <summary>Acceptance cut-off (Annahmeschluss) of a day.</summary>
/// <remarks>
/// "Bis 15 Uhr geöffnet, ab 14.45 Uhr wird abgelehnt" is <c>new CutOff(new LocalTime(14, 45))</c>: what comes exactly at
/// the cut-off comes too late, unless <see cref="IsInclusive"/> says otherwise.
/// </remarks>
/// <param name="Time">Time of day in the zone of the office.</param>
/// <param name="IsInclusive">Whether what comes exactly at the cut-off still counts; default no.</param>
public readonly record struct CutOff(LocalTime Time, bool IsInclusive = false)
{
    /// <summary>Whether something that comes at a time of day still counts for the day.</summary>
    /// <param name="time">Time of day in the zone of the office.</param>
    /// <returns>True before the cut-off, and exactly at it where it is inclusive.</returns>
    public bool Admits(LocalTime time) => time < Time || (IsInclusive && time == Time);

    /// <summary>German text such as "14:45 Uhr".</summary>
    /// <returns>The time with hours and minutes.</returns>
    public override string ToString() => Time.ToString("HH:mm", CultureInfo.InvariantCulture) + " Uhr";
}
