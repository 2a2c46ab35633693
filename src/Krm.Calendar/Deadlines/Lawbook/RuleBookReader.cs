using System.Text.Json;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using NodaTime;
using NodaTime.Text;

namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>Reads a file of deadline rules and reports all its problems at once.</summary>
internal static class RuleBookReader
{
    private const string SameDay = "same-day";

    public static DeadlineRuleBook Read(string json, string source)
    {
        List<string> problems = [];
        DeadlineRuleBook? book = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            book = ReadRoot(document.RootElement, source, problems);
        }
        catch (JsonException broken)
        {
            problems.Add($"{source}, line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}: not JSON.");
        }

        return problems.Count == 0 ? book! : throw new DeadlineRulesException(problems);
    }

    private static DeadlineRuleBook? ReadRoot(JsonElement element, string source, List<string> problems)
    {
        JsonFields root = new(element, source, "$", problems);
        string version = root.Text("version");
        Dictionary<string, FictionLaw> laws = ReadLaws(root);
        List<RegimeRules> regimes = [.. root.Objects("regimes").Select(fields => ReadRegime(fields, laws)).OfType<RegimeRules>()];
        List<NotificationFiction> fictions = [.. root.Objects("fictions").Select(fields => ReadFiction(fields, laws)).OfType<NotificationFiction>()];
        root.CheckNoOthers();
        CheckComplete(root, regimes);
        CheckOverlaps(root, fictions);
        return problems.Count == 0 ? new DeadlineRuleBook(version, regimes, fictions, Canonical(element)) : null;
    }

    private static Dictionary<string, FictionLaw> ReadLaws(JsonFields root)
    {
        Dictionary<string, FictionLaw> laws = new(StringComparer.Ordinal);
        foreach (JsonFields fields in root.Objects("fictionLaws"))
        {
            string id = fields.Text("id");
            if (laws.ContainsKey(id))
            {
                fields.Problem("id", $"'{id}' stands here twice");
            }

            laws[id] = new FictionLaw(id, fields.OptionalBoolean("shiftsFiction"), fields.OptionalBoolean("settled"), fields.OptionalText("authority"));
            fields.CheckNoOthers();
        }

        return laws;
    }

    private static RegimeRules? ReadRegime(JsonFields fields, Dictionary<string, FictionLaw> laws)
    {
        DeadlineRegime? regime = Code(fields, "id", fields.Text("id"), DeadlineCodes.Regimes);
        string title = fields.Text("title");
        HourCounting? hours = Code(fields, "hours", fields.Text("hours"), DeadlineCodes.Hours);
        FictionLaw? law = null;
        if (fields.OptionalText("fictionLaw") is { } lawId && !laws.TryGetValue(lawId, out law))
        {
            fields.Problem("fictionLaw", $"'{lawId}' is not one of the fictionLaws");
        }

        bool shiftsEnd = fields.OptionalBoolean("shiftsEnd");
        bool shiftsAfterDayStart = fields.OptionalBoolean("dayStartShifts");
        Dictionary<RuleTopic, string> sections = ReadSections(fields);
        fields.CheckNoOthers();
        return regime is null || hours is null
            ? null
            : new RegimeRules(regime.Value, title, sections)
            {
                ShiftsEnd = shiftsEnd,
                ShiftsAfterDayStart = shiftsAfterDayStart,
                Hours = hours.Value,
                FictionLaw = law,
            };
    }

    private static Dictionary<RuleTopic, string> ReadSections(JsonFields fields)
    {
        Dictionary<RuleTopic, string> sections = [];
        if (fields.OptionalObject("sections") is not { } given)
        {
            fields.Problem("sections", "missing; needed is an object");
            return sections;
        }

        foreach (RuleTopic topic in DeadlineCodes.Topics.Values)
        {
            if (given.OptionalText(DeadlineCodes.Topics[topic]) is { } section)
            {
                sections[topic] = section;
            }
        }

        given.CheckNoOthers();
        return sections;
    }

    private static NotificationFiction? ReadFiction(JsonFields fields, Dictionary<string, FictionLaw> laws)
    {
        string law = fields.Text("law");
        if (!laws.ContainsKey(law))
        {
            fields.Problem("law", $"'{law}' is not one of the fictionLaws");
        }

        string actText = fields.OptionalText("act") ?? ActLaw.Federation.ToString();
        if (!ActLaw.TryParse(actText, out ActLaw act))
        {
            fields.Problem("act", $"'{actText}' is neither BUND nor the code of a Land");
        }

        DeadlineEventKind? way = Code(fields, "way", fields.Text("way"), DeadlineCodes.EventKinds);
        string periodText = fields.Text("period");
        DeadlinePeriod? period = periodText == SameDay ? null : Period(fields, "period", periodText);
        DeadlinePeriod? alternative = fields.OptionalText("alternative") is { } other ? Period(fields, "alternative", other) : null;
        FictionCertainty? certainty = Code(fields, "certainty", fields.OptionalText("certainty") ?? "certain", DeadlineCodes.Certainties);
        FictionTransition? transition = Code(fields, "transition", fields.OptionalText("transition") ?? "none", DeadlineCodes.Transitions);
        string section = fields.Text("section");
        LocalDate? from = Date(fields, "from");
        LocalDate? to = Date(fields, "to");
        string? note = fields.OptionalText("note");
        int? within = fields.OptionalText("retrievalWithin") is { } limit ? Period(fields, "retrievalWithin", limit)?.Count : null;
        fields.CheckNoOthers();
        if (from > to)
        {
            fields.Problem("from", "later than 'to'");
        }

        if ((certainty == FictionCertainty.Certain) != (alternative is null))
        {
            fields.Problem("alternative", "needed where the certainty is not 'certain', and only there");
        }

        return way is null || certainty is null || transition is null
            ? null
            : new NotificationFiction(law, act, way.Value, period, section)
            {
                From = from,
                To = to,
                Certainty = certainty.Value,
                Transition = transition.Value,
                Alternative = alternative,
                RetrievalWithinDays = within,
                Note = note,
            };
    }

    private static void CheckComplete(JsonFields root, List<RegimeRules> regimes)
    {
        foreach (DeadlineRegime regime in DeadlineCodes.Regimes.Values)
        {
            int count = regimes.Count(rules => rules.Regime == regime);
            if (count != 1)
            {
                root.Problem("regimes", $"'{DeadlineCodes.Regimes[regime]}' stands here {count} times; needed is once");
            }
        }
    }

    private static void CheckOverlaps(JsonFields root, List<NotificationFiction> fictions)
    {
        foreach (IGrouping<(string, ActLaw, DeadlineEventKind), NotificationFiction> group in
            fictions.GroupBy(fiction => (fiction.Law, fiction.Act, fiction.Way)))
        {
            List<NotificationFiction> sorted = [.. group.OrderBy(fiction => fiction.From ?? LocalDate.MinIsoValue)];
            for (int i = 1; i < sorted.Count; i++)
            {
                if ((sorted[i - 1].To ?? LocalDate.MaxIsoValue) >= (sorted[i].From ?? LocalDate.MinIsoValue))
                {
                    root.Problem("fictions", $"two rules of {group.Key.Item1} ({group.Key.Item2}, {DeadlineCodes.EventKinds[group.Key.Item3]}) are valid at the same time");
                }
            }
        }
    }

    private static T? Code<T>(JsonFields fields, string name, string text, CodeTable<T> codes)
        where T : struct, Enum
    {
        if (codes.TryParse(text, out T value))
        {
            return value;
        }

        fields.Problem(name, $"found '{text}'; allowed are {codes.Allowed}");
        return null;
    }

    private static DeadlinePeriod? Period(JsonFields fields, string name, string text)
    {
        if (DeadlinePeriod.TryParse(text, out DeadlinePeriod period) && period.Unit is DeadlineUnit.Days or DeadlineUnit.Weeks or DeadlineUnit.Months)
        {
            return period;
        }

        fields.Problem(name, $"found '{text}'; allowed are days, weeks or months such as P4D, and '{SameDay}' for a period");
        return null;
    }

    private static LocalDate? Date(JsonFields fields, string name)
    {
        if (fields.OptionalText(name) is not { } text)
        {
            return null;
        }

        ParseResult<LocalDate> date = LocalDatePattern.Iso.Parse(text);
        if (date.Success)
        {
            return date.Value;
        }

        fields.Problem(name, "not a date; needed is yyyy-MM-dd");
        return null;
    }

    private static string Canonical(JsonElement element)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            element.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
