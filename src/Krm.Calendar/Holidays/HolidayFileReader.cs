using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Krm.Calendar.Holidays;

/// <summary>Reads one holiday file (JSON) and collects every problem instead of stopping at the first.</summary>
internal sealed class HolidayFileReader
{
    private const string Format = "krm-holidays/1";
    private const string AllLaender = "all";

    private static readonly (string Field, AreaMembership Membership)[] Memberships =
        [("yes", AreaMembership.Yes), ("no", AreaMembership.No), ("unknown", AreaMembership.Unknown)];

    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly string _source;
    private readonly List<string> _problems;

    private HolidayFileReader(string source, List<string> problems)
    {
        _source = source;
        _problems = problems;
    }

    /// <summary>Reads a file; problems are added to the list, and what is sound is returned.</summary>
    public static HolidayFile Read(string json, string source, List<string> problems)
    {
        HolidayFileReader reader = new(source, problems);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, Options);
            return reader.ReadFile(document.RootElement);
        }
        catch (JsonException exception)
        {
            problems.Add($"{source}, line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}: this is not JSON.");
            return new HolidayFile(source, "", new Dictionary<Bundesland, string>(), [], []);
        }
    }

    private HolidayFile ReadFile(JsonElement root)
    {
        JsonFields file = new(root, _source, "$", _problems);
        string format = file.Text("format");
        if (format.Length > 0 && format != Format)
        {
            file.Problem("format", $"found '{format}'; allowed is '{Format}'");
        }

        string version = file.Text("version");
        file.OptionalText("source");
        Dictionary<Bundesland, string> laws = [];
        if (file.OptionalObject("laws") is { } lawFields)
        {
            foreach (string code in lawFields.Names())
            {
                if (ReadLand(code, lawFields, code) is { } land)
                {
                    laws[land] = lawFields.Text(code);
                }
            }
        }

        List<HolidayArea> areas = [.. file.Objects("areas").Select(ReadArea).OfType<HolidayArea>()];
        List<HolidayRule> rules = [.. file.Objects("holidays").SelectMany(ReadHoliday)];
        file.CheckNoOthers();
        return new HolidayFile(_source, version, laws, areas, rules);
    }

    private HolidayArea? ReadArea(JsonFields area)
    {
        string id = area.Text("id");
        string name = area.Text("name");
        Bundesland? land = ReadLand(area.Text("land"), area, "land");
        Dictionary<string, AreaMembership> prefixes = new(StringComparer.Ordinal);
        foreach ((string field, AreaMembership membership) in Memberships)
        {
            foreach (string prefix in area.OptionalTexts(field))
            {
                CheckPrefix(area, field, prefix, land, prefixes);
                prefixes[prefix] = membership;
            }
        }

        if (prefixes.Count == 0)
        {
            area.Problem("yes", "missing or empty; needed are prefixes of municipality keys in 'yes', 'no' or 'unknown'");
        }

        area.CheckNoOthers();
        return land is { } known ? new HolidayArea(area.Path, id, known, name, prefixes) : null;
    }

    private static void CheckPrefix(JsonFields area, string field, string prefix, Bundesland? land, Dictionary<string, AreaMembership> prefixes)
    {
        bool isPrefix = prefix.Length is >= 2 and <= 8 && prefix.All(character => character is >= '0' and <= '9');
        if (!isPrefix || (land is { } known && !prefix.StartsWith(known.Number().ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)))
        {
            area.Problem(field, $"found '{prefix}'; allowed are 2 to 8 digits that begin with the number of the Land");
        }

        if (prefixes.ContainsKey(prefix))
        {
            area.Problem(field, $"'{prefix}' is listed twice");
        }
    }

    private IEnumerable<HolidayRule> ReadHoliday(JsonFields holiday)
    {
        string id = holiday.Text("id");
        string name = holiday.Text("name");
        string dateText = holiday.Text("date");
        DateRule? date = DateRule.TryParse(dateText);
        if (date is null && dateText.Length > 0)
        {
            holiday.Problem("date", $"found '{dateText}'; allowed is {DateRule.Allowed}");
        }

        List<HolidayRule> rules = [];
        foreach (JsonFields entry in holiday.Objects("entries"))
        {
            rules.Add(new HolidayRule(
                entry.Path,
                id,
                name,
                date ?? DateRule.TryParse("easter")!,
                ReadLaender(entry),
                entry.OptionalText("area"),
                ReadDay(entry, "from", isEnd: false),
                ReadDay(entry, "to", isEnd: true),
                entry.OptionalText("legalBasis"),
                entry.OptionalText("note"),
                entry.OptionalBoolean("lowConfidence")));
            entry.CheckNoOthers();
        }

        if (rules.Count == 0)
        {
            holiday.Problem("entries", "missing or empty; needed is at least one entry with 'laender'");
        }

        holiday.CheckNoOthers();
        return date is null ? [] : rules;
    }

    private IReadOnlyList<Bundesland> ReadLaender(JsonFields entry)
    {
        IReadOnlyList<string> codes = entry.Texts("laender");
        if (codes.Count == 1 && codes[0] == AllLaender)
        {
            return Bundeslaender.All;
        }

        List<Bundesland> laender = [];
        foreach (string code in codes)
        {
            if (ReadLand(code, entry, "laender") is { } land)
            {
                laender.Add(land);
            }
        }

        return laender;
    }

    private static Bundesland? ReadLand(string code, JsonFields fields, string name)
    {
        if (Bundeslaender.TryParse(code, out Bundesland land))
        {
            return land;
        }

        if (code.Length > 0)
        {
            fields.Problem(name, $"'{code}' is no Land; allowed are {string.Join(", ", Bundeslaender.All.Select(known => known.Code()))}");
        }

        return null;
    }

    /// <summary>A day as "2018-03-01", or a year, which means its first or last day.</summary>
    private static LocalDate? ReadDay(JsonFields entry, string name, bool isEnd)
    {
        string? text = entry.OptionalText(name);
        if (text is null)
        {
            return null;
        }

        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > 0)
        {
            return isEnd ? new LocalDate(year, 12, 31) : new LocalDate(year, 1, 1);
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
        {
            return day.Value;
        }

        entry.Problem(name, $"found '{text}'; allowed is a year 'yyyy' or a day 'yyyy-MM-dd'");
        return null;
    }
}
