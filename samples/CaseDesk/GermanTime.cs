using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CaseDesk;

/// <summary>Days as clerks in Germany have and write them.</summary>
public static class GermanTime
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly LocalDatePattern Pattern = LocalDatePattern.CreateWithInvariantCulture("dd.MM.uuuu");

    /// <summary>How numbers are written.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Today in Germany.</summary>
    public static LocalDate TodayInGermany(this IClock clock) => clock.GetCurrentInstant().InZone(Zone).Date;

    /// <summary>The first moment of a day in Germany.</summary>
    public static Instant StartInGermany(this LocalDate day) => Zone.AtStartOfDay(day).ToInstant();

    /// <summary>For example 02.03.2026; a dash for none.</summary>
    public static string ToGerman(this LocalDate? day) => day is { } known ? Pattern.Format(known) : "–";

    /// <summary>For example 02.03.2026.</summary>
    public static string ToGerman(this LocalDate day) => Pattern.Format(day);

    /// <summary>For example 2026-03-02, as forms send it.</summary>
    public static string ToIso(this LocalDate day) => LocalDatePattern.Iso.Format(day);

    /// <summary>Reads what a form has sent.</summary>
    public static bool TryParseIso(string? text, out LocalDate day) => LocalDatePattern.Iso.Parse(text ?? "").TryGetValue(LocalDate.MinIsoValue, out day);
}
