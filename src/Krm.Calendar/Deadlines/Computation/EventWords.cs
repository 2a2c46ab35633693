using System.Globalization;
using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>German words for events, periods and times.</summary>
internal static class EventWords
{
    public static bool IsNotification(DeadlineEventKind kind) => kind
        is DeadlineEventKind.Posted
        or DeadlineEventKind.Email
        or DeadlineEventKind.PortalRetrieved
        or DeadlineEventKind.PortalAvailable
        or DeadlineEventKind.PublicNotice
        or DeadlineEventKind.Abroad;

    public static string Of(DeadlineEventKind kind) => kind switch
    {
        DeadlineEventKind.Event => "Ereignis",
        DeadlineEventKind.DayStart => "Beginn des Tages",
        DeadlineEventKind.Posted => "Aufgabe zur Post",
        DeadlineEventKind.Email => "elektronische Absendung",
        DeadlineEventKind.PortalRetrieved => "Abruf im Portal",
        DeadlineEventKind.PortalAvailable => "Bereitstellung im Portal",
        DeadlineEventKind.PublicNotice => "öffentliche Bekanntmachung",
        DeadlineEventKind.Served => "Zustellung",
        DeadlineEventKind.Abroad => "Aufgabe zur Post ins Ausland",
        DeadlineEventKind.Appointment => "Bestimmung des Termins",
        _ => "Bestimmung des Tages",
    };

    /// <summary>"1½ Monate"; periods in hours are worded where they are counted.</summary>
    public static string Of(DeadlinePeriod period)
    {
        if (period.Unit == DeadlineUnit.AtOnce)
        {
            return "am selben Tag";
        }

        string whole = period.Count == 0 ? "" : period.Count.ToString(CultureInfo.InvariantCulture);
        bool isOne = period.Count + (period.HasHalfMonth ? 1 : 0) <= 1;
        return $"{whole}{(period.HasHalfMonth ? "½" : "")} {Term(period.Unit, isOne)}";
    }

    public static string Of(MonthPart part) => part switch
    {
        MonthPart.Beginning => "Anfang des Monats",
        MonthPart.Middle => "Mitte des Monats",
        _ => "Ende des Monats",
    };

    /// <summary>"15:00 Uhr".</summary>
    public static string Time(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture) + " Uhr";

    private static string Term(DeadlineUnit unit, bool isOne) => unit switch
    {
        DeadlineUnit.Days => isOne ? "Tag" : "Tage",
        DeadlineUnit.Weeks => isOne ? "Woche" : "Wochen",
        DeadlineUnit.Months => isOne ? "Monat" : "Monate",
        DeadlineUnit.Years => isOne ? "Jahr" : "Jahre",
        DeadlineUnit.WorkingDays => isOne ? "Arbeitstag" : "Arbeitstage",
        _ => isOne ? "Werktag" : "Werktage",
    };
}
