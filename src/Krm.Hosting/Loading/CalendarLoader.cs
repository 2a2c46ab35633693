using System.Text;
using Krm.Calendar.Holidays;
using Krm.Calendar.ICalendar;
using Krm.Calendar.WorkingDays;

namespace Krm.Hosting.Loading;

/// <summary>Puts the working days of the office together.</summary>
internal static class CalendarLoader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Dictionary<string, WeekPattern> Weeks = new(StringComparer.Ordinal)
    {
        ["MoFr"] = WeekPattern.MondayToFriday,
        ["MoSa"] = WeekPattern.MondayToSaturday,
    };

    /// <summary>Null, with all problems noted, if something is wrong.</summary>
    public static OfficePlace? Load(KrmOptions options, Reading reading)
    {
        var land = ReadLand(options, reading);
        var municipality = ReadMunicipality(options, land, reading);
        if (!Weeks.TryGetValue(options.Week, out var week))
        {
            reading.Refuse(nameof(KrmOptions.Week), $"'{options.Week}' is unknown; allowed are {string.Join(", ", Weeks.Keys)}.");
        }

        var holidays = ReadHolidays(options, reading);
        var closures = ReadClosures(options, reading);
        if (reading.Problems.Count > 0 || land is not { } place || holidays is null)
        {
            return null;
        }

        var builder = new WorkingDayCalendarBuilder(place).WithHolidayData(holidays).WithWeek(week).AddClosures(closures);
        var calendar = (municipality is { } key ? builder.WithMunicipality(key) : builder).Build();
        reading.Parts.Add(new KrmPart(KrmPartKind.Calendar, municipality?.ToString() ?? place.Code(), "", calendar.Fingerprint, ""));
        return new OfficePlace(place, holidays, calendar);
    }

    private static Bundesland? ReadLand(KrmOptions options, Reading reading)
    {
        if (Bundeslaender.TryParse(options.Land, out var land))
        {
            return land;
        }

        var found = string.IsNullOrEmpty(options.Land) ? "is missing" : $"'{options.Land}' is no Bundesland";
        reading.Refuse(nameof(KrmOptions.Land), $"{found}; allowed are {string.Join(", ", Bundeslaender.All.Select(each => each.Code()))}.");
        return null;
    }

    private static MunicipalityKey? ReadMunicipality(KrmOptions options, Bundesland? land, Reading reading)
    {
        if (string.IsNullOrEmpty(options.Municipality))
        {
            return null;
        }

        if (!MunicipalityKey.TryParse(options.Municipality, out var key))
        {
            reading.Refuse(nameof(KrmOptions.Municipality), $"'{options.Municipality}' is no municipality key (AGS) of eight digits.");
        }
        else if (land is { } place && key.Land != place)
        {
            reading.Refuse(nameof(KrmOptions.Municipality), $"'{key}' lies in {key.Land.Code()}, not in {place.Code()}.");
        }

        return key.IsDefault ? null : key;
    }

    private static HolidayData? ReadHolidays(KrmOptions options, Reading reading)
    {
        var holidays = HolidayData.Germany;
        var source = "";
        if (!string.IsNullOrEmpty(options.HolidaysFile))
        {
            source = reading.PathOf(options.HolidaysFile);
            if (ReadHolidays(options, source, reading) is not { } read)
            {
                return null;
            }

            holidays = read;
        }

        reading.Parts.Add(new KrmPart(KrmPartKind.Holidays, "holidays.de", holidays.Version, holidays.Fingerprint, source));
        return holidays;
    }

    private static HolidayData? ReadHolidays(KrmOptions options, string path, Reading reading)
    {
        var name = Path.GetFileName(path);
        Func<byte[], HolidayData> parse = options.ReplacesShippedHolidays
            ? content => HolidayData.Read(TextOf(content), name)
            : content => HolidayData.Germany.Extend(TextOf(content), name);
        return reading.Read(nameof(KrmOptions.HolidaysFile), path, $"holidays, replaced: {options.ReplacesShippedHolidays}", parse, Explain)?.Value;
    }

    private static IReadOnlyList<Closure> ReadClosures(KrmOptions options, Reading reading)
    {
        if (string.IsNullOrEmpty(options.ClosuresFile)
            || reading.Read(nameof(KrmOptions.ClosuresFile), options.ClosuresFile, "closures", content => ICalendarImport.ReadClosures(TextOf(content)), Explain) is not var (import, hash))
        {
            return [];
        }

        reading.Parts.Add(new KrmPart(
            KrmPartKind.Closures, Path.GetFileName(options.ClosuresFile), "", hash, reading.PathOf(options.ClosuresFile)));
        return import.Closures;
    }

    private static string TextOf(byte[] content) => StrictUtf8.GetString(content).TrimStart('\uFEFF');

    private static IEnumerable<string>? Explain(Exception exception) => exception switch
    {
        HolidayDataException holidays => holidays.Problems,
        ICalendarFormatException calendar => [calendar.Message],
        DecoderFallbackException => ["the file is not in UTF-8."],
        _ => null,
    };
}
