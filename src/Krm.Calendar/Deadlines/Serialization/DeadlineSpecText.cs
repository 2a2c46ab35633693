using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using Krm.Calendar.Holidays;
using NodaTime;
using NodaTime.Text;

namespace Krm.Calendar.Deadlines.Serialization;

/// <summary>The text form of a <see cref="DeadlineSpec"/>: one text a column, as in tables, JSON and on the command line.</summary>
/// <remarks>
/// Columns: <c>regime, event, kind, period, land, municipality, recipient_land, direction, fixed_date, notice, options</c>.
/// Options are <c>key=value</c> pairs joined by <c>;</c>, see <see cref="DeadlineOptionText"/>. Pure and thread-safe.
/// </remarks>
public static class DeadlineSpecText
{
    internal const string Regime = "regime";
    internal const string Event = "event";
    internal const string Kind = "kind";
    internal const string Period = "period";
    internal const string Land = "land";
    internal const string Municipality = "municipality";
    internal const string RecipientLand = "recipient_land";
    internal const string Direction = "direction";
    internal const string FixedDate = "fixed_date";
    internal const string Notice = "notice";
    internal const string Options = "options";

    private const string Yes = "yes";
    private const string No = "no";

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>The columns in their usual order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        [Regime, Event, Kind, Period, Land, Municipality, RecipientLand, Direction, FixedDate, Notice, Options];

    /// <summary>Reads a specification.</summary>
    /// <param name="column">Gives the text of a column; null or empty where there is none.</param>
    /// <returns>The specification; whether it makes sense is for <see cref="DeadlineCalculator"/> to say.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="column"/> is null.</exception>
    /// <exception cref="DeadlineSpecException">A text is missing or unknown; all problems are listed with what is allowed.</exception>
    public static DeadlineSpec Parse(Func<string, string?> column)
    {
        Guard.NotNull(column);
        ProblemList problems = new();
        string Text(string name) => (column(name) ?? "").Trim();

        DeadlineRegime regime = Code(Regime, Text(Regime).Replace(" ", ""), null, DeadlineCodes.Regimes, problems);
        DeadlineEventKind kind = Code(Kind, Text(Kind), DeadlineEventKind.Event, DeadlineCodes.EventKinds, problems);
        DeadlineDirection direction = Code(Direction, Text(Direction), DeadlineDirection.Forward, DeadlineCodes.Directions, problems);
        NamedDay? named = Named(Text(FixedDate), problems);
        (LocalDate day, LocalTime? time) = Moment(Text(Event), named, kind, problems);
        DeadlinePeriod? period = PeriodOf(Text(Period), problems);
        (Bundesland land, MunicipalHolidays assumed) = LandOf(Text(Land), problems);
        DeadlineSpec spec = new(regime, day, land, period)
        {
            Kind = kind,
            EventTime = time,
            Direction = direction,
            Municipality = Key(Municipality, Text(Municipality), problems),
            RecipientLand = Text(RecipientLand).Length == 0 ? null : LandOf(Text(RecipientLand), problems).Land,
            NamedDay = named,
            HasNotice = Flag(Notice, Text(Notice), problems) ?? false,
            Policies = DeadlinePolicies.Default with { MunicipalHolidays = assumed },
        };
        spec = DeadlineOptionText.Apply(spec, Text(Options), problems);
        return problems.IsEmpty ? spec : throw new DeadlineSpecException(problems.All);
    }

    /// <summary>Writes a specification; <see cref="Parse"/> reads it back.</summary>
    /// <param name="spec">The specification.</param>
    /// <returns>Column and text, in the usual order, empty ones left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="spec"/> is null.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Format(DeadlineSpec spec)
    {
        Guard.NotNull(spec);
        (string Name, string Text)[] columns =
        [
            (Regime, DeadlineCodes.Regimes[spec.Regime]),
            (Event, spec.EventTime is { } time ? Minute.Format(spec.EventDay + time) : LocalDatePattern.Iso.Format(spec.EventDay)),
            (Kind, DeadlineCodes.EventKinds[spec.Kind]),
            (Period, spec.Period?.ToString() ?? ""),
            (Land, spec.Land.Code()),
            (Municipality, spec.Municipality?.ToString() ?? ""),
            (RecipientLand, spec.RecipientLand?.Code() ?? ""),
            (Direction, DeadlineCodes.Directions[spec.Direction]),
            (FixedDate, spec.NamedDay?.ToString() ?? ""),
            (Notice, spec.HasNotice ? Yes : ""),
            (Options, DeadlineOptionText.Format(spec)),
        ];
        return [.. columns.Where(column => column.Text.Length > 0).Select(column => new KeyValuePair<string, string>(column.Name, column.Text))];
    }

    internal static T Code<T>(string name, string text, T? fallback, CodeTable<T> codes, ProblemList problems)
        where T : struct, Enum
    {
        if (text.Length == 0 && fallback is { } value)
        {
            return value;
        }

        if (!codes.TryParse(text, out value))
        {
            problems.Add(
                text.Length == 0 ? $"{name} fehlt; erlaubt sind {codes.Allowed}." : $"{name} {SafeEcho.InGerman(text)} ist unbekannt; erlaubt sind {codes.Allowed}.",
                text.Length == 0 ? $"{name} is missing; allowed are {codes.Allowed}." : $"{name} {SafeEcho.Of(text)} is unknown; allowed are {codes.Allowed}.");
        }

        return value;
    }

    internal static bool? Flag(string name, string text, ProblemList problems)
    {
        bool isYes = string.Equals(text, Yes, StringComparison.OrdinalIgnoreCase);
        if (text.Length == 0 || isYes || string.Equals(text, No, StringComparison.OrdinalIgnoreCase))
        {
            return text.Length == 0 ? null : isYes;
        }

        problems.Add($"{name} {SafeEcho.InGerman(text)} ist unbekannt; erlaubt sind yes und no.", $"{name} {SafeEcho.Of(text)} is unknown; allowed are yes and no.");
        return null;
    }

    internal static MunicipalityKey? Key(string name, string text, ProblemList problems)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!MunicipalityKey.TryParse(text, out MunicipalityKey key))
        {
            problems.Add($"{name} {SafeEcho.InGerman(text)} ist kein Gemeindeschlüssel (AGS); nötig sind acht Ziffern.", $"{name} {SafeEcho.Of(text)} is no municipality key (AGS); needed are eight digits.");
        }

        return key;
    }

    private static (LocalDate Day, LocalTime? Time) Moment(string text, NamedDay? named, DeadlineEventKind kind, ProblemList problems)
    {
        if (text.Length == 0 && named is { } day && kind is (DeadlineEventKind.FixedDay or DeadlineEventKind.Appointment))
        {
            return (day.Date, null);
        }

        ParseResult<LocalDate> date = LocalDatePattern.Iso.Parse(text);
        if (date.Success)
        {
            return (date.Value, null);
        }

        ParseResult<LocalDateTime> moment = Minute.Parse(text);
        if (!moment.Success)
        {
            moment = LocalDateTimePattern.GeneralIso.Parse(text);
        }

        if (!moment.Success)
        {
            problems.Add(
                text.Length == 0 ? "event fehlt; nötig ist ein Datum." : $"event {SafeEcho.InGerman(text)} ist kein Datum; nötig ist JJJJ-MM-TT oder JJJJ-MM-TTThh:mm in deutscher Zeit.",
                text.Length == 0 ? "event is missing; needed is a date." : $"event {SafeEcho.Of(text)} is no date; needed is yyyy-MM-dd or yyyy-MM-ddTHH:mm in German time.");
            return (default, null);
        }

        return (moment.Value.Date, moment.Value.TimeOfDay);
    }

    private static NamedDay? Named(string text, ProblemList problems)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!NamedDay.TryParse(text, out NamedDay named))
        {
            problems.Add($"fixed_date {SafeEcho.InGerman(text)} ist kein Tag; nötig ist JJJJ-MM-TT oder ein Teil eines Monats wie 2026-05-end.", $"fixed_date {SafeEcho.Of(text)} is no day; needed is yyyy-MM-dd or a part of a month such as 2026-05-end.");
        }

        return named;
    }

    private static DeadlinePeriod? PeriodOf(string text, ProblemList problems)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (!DeadlinePeriod.TryParse(text, out DeadlinePeriod period))
        {
            problems.Add($"period {SafeEcho.InGerman(text)} ist unbekannt; erlaubt ist eine Einheit mit einer Länge ab 1, etwa P10D, P2W, P1M, P1Y, P0.5M, P1.5M, PT48H, 15AT, 3WT.", $"period {SafeEcho.Of(text)} is unknown; allowed is one unit and a length of at least 1, such as P10D, P2W, P1M, P1Y, P0.5M, P1.5M, PT48H, 15AT, 3WT.");
        }

        return period;
    }

    // "BY-kath" and "BY-ev": a Land with what its municipal holidays are assumed to be.
    private static (Bundesland Land, MunicipalHolidays Assumed) LandOf(string text, ProblemList problems)
    {
        int dash = text.LastIndexOf('-');
        MunicipalHolidays assumed = (dash < 0 ? "" : text.Substring(dash + 1).ToLowerInvariant()) switch
        {
            "kath" or "sorb" => MunicipalHolidays.Kept,
            "ev" => MunicipalHolidays.NotKept,
            _ => MunicipalHolidays.Both,
        };
        string code = assumed == MunicipalHolidays.Both ? text : text.Substring(0, dash);
        if (!Bundeslaender.TryParse(code, out Bundesland land))
        {
            string codes = string.Join(", ", Bundeslaender.All.Select(item => item.Code()));
            problems.Add(
                text.Length == 0 ? $"land fehlt; erlaubt sind {codes}." : $"land {SafeEcho.InGerman(text)} ist unbekannt; erlaubt sind {codes}.",
                text.Length == 0 ? $"land is missing; allowed are {codes}." : $"land {SafeEcho.Of(text)} is unknown; allowed are {codes}.");
        }

        return (land, assumed);
    }
}
