using System.Globalization;
using System.Text;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Calendar.ICalendar;

/// <summary>Writes holidays and closures as an iCalendar file (RFC 5545) that calendar programs subscribe to.</summary>
/// <remarks>
/// All-day events: <c>DTSTART;VALUE=DATE</c> and an exclusive <c>DTEND</c>. The UID follows from the content, so a
/// second import changes events instead of doubling them. Lines end with CRLF and are folded at 75 octets. Pure and
/// thread-safe.
/// </remarks>
public static class ICalendarExport
{
    private const string ProductId = "-//Krm.Core//Krm.Calendar//DE";

    /// <summary>Writes holidays, one event each.</summary>
    /// <param name="holidays">The holidays, in the order in which they are to be written.</param>
    /// <param name="stamp">Moment of the export (<c>DTSTAMP</c>); the same stamp and holidays give the same bytes.</param>
    /// <returns>The content of an .ics file, to be stored as UTF-8.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holidays"/> is null.</exception>
    public static string WriteHolidays(IEnumerable<Holiday> holidays, Instant stamp)
    {
        StringBuilder text = Begin();
        foreach (Holiday holiday in Guard.NotNull(holidays))
        {
            string code = holiday.Land.Code();
            AppendEvent(
                text,
                stamp,
                $"{holiday.Id}-{Basic(holiday.Date)}-{code.ToLowerInvariant()}@krm-calendar",
                new DateInterval(holiday.Date, holiday.Date),
                holiday.Area is null ? holiday.Name : $"{holiday.Name} ({holiday.Area})",
                $"Gesetzlicher Feiertag in {holiday.Land.GermanName()}: {holiday.LegalBasis}");
        }

        return End(text);
    }

    /// <summary>Writes closures, one event for each closed stretch that touches a time.</summary>
    /// <param name="closures">The closures; a recurring one becomes several events.</param>
    /// <param name="range">The time, both ends included; stretches are written in full.</param>
    /// <param name="stamp">Moment of the export (<c>DTSTAMP</c>).</param>
    /// <returns>The content of an .ics file, to be stored as UTF-8.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static string WriteClosures(IEnumerable<Closure> closures, DateInterval range, Instant stamp)
    {
        Guard.NotNull(range);
        StringBuilder text = Begin();
        foreach (Closure closure in Guard.NotNull(closures))
        {
            foreach (DateInterval stretch in closure.Intervals().Where(stretch => stretch.Start <= range.End && stretch.End >= range.Start))
            {
                string content = $"{Basic(stretch.Start)}|{Basic(stretch.End)}|{closure.Note}";
                AppendEvent(
                    text,
                    stamp,
                    $"schliesstag-{Basic(stretch.Start)}-{Fingerprinting.Of(Encoding.UTF8.GetBytes(content))}@krm-calendar",
                    stretch,
                    closure.Note.Length == 0 ? "Schließtag" : closure.Note,
                    description: null);
            }
        }

        return End(text);
    }

    private static StringBuilder Begin()
    {
        StringBuilder text = new();
        ContentLines.Append(text, "BEGIN:VCALENDAR");
        ContentLines.Append(text, "VERSION:2.0");
        ContentLines.Append(text, "PRODID:" + ProductId);
        ContentLines.Append(text, "CALSCALE:GREGORIAN");
        return text;
    }

    private static string End(StringBuilder text)
    {
        ContentLines.Append(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void AppendEvent(StringBuilder text, Instant stamp, string uid, DateInterval days, string summary, string? description)
    {
        ContentLines.Append(text, "BEGIN:VEVENT");
        ContentLines.Append(text, "UID:" + uid);
        ContentLines.Append(text, "DTSTAMP:" + stamp.ToString("uuuuMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        ContentLines.Append(text, "DTSTART;VALUE=DATE:" + Basic(days.Start));
        ContentLines.Append(text, "DTEND;VALUE=DATE:" + Basic(days.End.PlusDays(1)));
        ContentLines.Append(text, "SUMMARY:" + ContentLines.Escape(summary));
        if (description is not null)
        {
            ContentLines.Append(text, "DESCRIPTION:" + ContentLines.Escape(description));
        }

        ContentLines.Append(text, "TRANSP:TRANSPARENT");
        ContentLines.Append(text, "END:VEVENT");
    }

    private static string Basic(LocalDate date) => date.ToString("uuuuMMdd", CultureInfo.InvariantCulture);
}
