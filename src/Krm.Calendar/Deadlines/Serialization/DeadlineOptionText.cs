using System.Globalization;
using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Deadlines.Policies;
using NodaTime;
using NodaTime.Text;

namespace Krm.Calendar.Deadlines.Serialization;

/// <summary>The options of a specification as <c>key=value</c> pairs joined by <c>;</c>.</summary>
/// <remarks>
/// <c>fiction-shift=yes|no</c>, <c>shift=yes|no|next|previous</c> (yes: next, previous where counted back),
/// <c>actual-receipt=DATE</c>, <c>extension=P1M|DATE</c>, <c>extension-from=shifted|unshifted</c>, <c>pause=DATE/DATE</c> (both days
/// inclusive, <c>DATE/</c> goes on; several by comma or repeated), <c>cutoff=HH:MM</c>, <c>closed=DATE,DATE</c>, <c>act-law=BUND|BW|…</c>,
/// <c>purpose=act|duration|benefit|waiting</c>, <c>holidays=authority|recipient|both</c>, <c>recipient-municipality=AGS</c>,
/// <c>municipal-holidays=both|require|kept|not-kept</c>, <c>hours=all|without-free-days|from-next-full-hour|service-hours|next-service-day</c>,
/// <c>service-hours=08:00-18:00</c>, <c>public-notice-day=last-day|day-after</c>, <c>backward=full-days|general-meeting</c>,
/// <c>contiguous=yes|no</c>, <c>reminder=3</c>.
/// </remarks>
public static class DeadlineOptionText
{
    private const char Separator = ';';

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly Dictionary<string, Reader> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fiction-shift"] = (spec, name, text, problems) => With(spec, spec.Policies with { FictionShift = DeadlineSpecText.Flag(name, text, problems) }),
        ["shift"] = (spec, name, text, problems) => With(spec, spec.Policies with { EndShift = ShiftOf(spec, name, text, problems) }),
        ["actual-receipt"] = (spec, name, text, problems) => spec with { ActualReceipt = Date(name, text, problems) },
        ["extension"] = (spec, name, text, problems) => spec with { Extension = ExtensionOf(name, text, problems) },
        ["extension-from"] = (spec, name, text, problems) => With(spec, spec.Policies with { ExtensionOrigin = Code(name, text, DeadlineCodes.ExtensionOrigins, problems) }),
        ["pause"] = (spec, name, text, problems) => spec with { Pauses = [.. spec.Pauses, .. Pauses(name, text, problems)] },
        ["cutoff"] = (spec, name, text, problems) => spec with { CutOff = TimeOf(name, text, problems) },
        ["closed"] = (spec, name, text, problems) => spec with { Closures = [.. spec.Closures, .. Days(name, text, problems)] },
        ["act-law"] = (spec, name, text, problems) => With(spec, spec.Policies with { ActLaw = Act(name, text, problems) }),
        ["purpose"] = (spec, name, text, problems) => spec with { Purpose = Code(name, text, DeadlineCodes.Purposes, problems) },
        ["holidays"] = (spec, name, text, problems) => With(spec, spec.Policies with { HolidayPlace = Code(name, text, DeadlineCodes.Places, problems) }),
        ["recipient-municipality"] = (spec, name, text, problems) => spec with { RecipientMunicipality = DeadlineSpecText.Key(name, text, problems) },
        ["municipal-holidays"] = (spec, name, text, problems) => With(spec, spec.Policies with { MunicipalHolidays = Code(name, text, DeadlineCodes.MunicipalHolidays, problems) }),
        ["hours"] = (spec, name, text, problems) => With(spec, spec.Policies with { HourCounting = Code(name, text, DeadlineCodes.Hours, problems) }),
        ["service-hours"] = (spec, name, text, problems) => With(spec, spec.Policies with { HourCounting = HourCounting.ServiceHours, ServiceHours = HoursOf(name, text, problems) }),
        ["public-notice-day"] = (spec, name, text, problems) => With(spec, spec.Policies with { PublicNoticeDay = Code(name, text, DeadlineCodes.PublicNoticeDays, problems) }),
        ["backward"] = (spec, name, text, problems) => With(spec, spec.Policies with { BackwardModel = Code(name, text, DeadlineCodes.BackwardModels, problems) }),
        ["contiguous"] = (spec, name, text, problems) => With(spec, spec.Policies with { IsNonContiguous = DeadlineSpecText.Flag(name, text, problems) == false }),
        ["reminder"] = (spec, name, text, problems) => spec with { ReminderWorkingDays = Number(name, text, problems) },
    };

    private delegate DeadlineSpec Reader(DeadlineSpec spec, string name, string text, ProblemList problems);

    /// <summary>The keys, in the order in which they are documented.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. Readers.Keys];

    internal static DeadlineSpec Apply(DeadlineSpec spec, string options, ProblemList problems)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in options.Split(Separator).Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            int equals = part.IndexOf('=');
            string name = (equals < 0 ? part : part.Substring(0, equals)).Trim();
            string text = equals < 0 ? "" : part.Substring(equals + 1).Trim();
            if (!Readers.TryGetValue(name, out Reader? reader))
            {
                problems.Add($"Option {SafeEcho.InGerman(name)} ist unbekannt; erlaubt sind {string.Join(", ", Keys)}.", $"option {SafeEcho.Of(name)} is unknown; allowed are {string.Join(", ", Keys)}.");
            }
            else if (text.Length == 0)
            {
                problems.Add($"Option {name} hat keinen Wert.", $"option {name} has no value.");
            }
            else if (!seen.Add(name) && name is not ("pause" or "closed"))
            {
                problems.Add($"Option {name} steht zweimal da.", $"option {name} is given twice.");
            }
            else
            {
                spec = reader(spec, name, text, problems);
            }
        }

        return spec;
    }

    internal static string Format(DeadlineSpec spec)
    {
        DeadlinePolicies policies = spec.Policies;
        DeadlinePolicies defaults = DeadlinePolicies.Default;
        List<string> parts = [];
        Write(parts, "fiction-shift", policies.FictionShift is { } fiction ? YesNo(fiction) : null);
        Write(parts, "shift", policies.EndShift is { } shift ? DeadlineCodes.Shifts[shift] : null);
        Write(parts, "actual-receipt", spec.ActualReceipt is { } receipt ? Iso(receipt) : null);
        Write(parts, "extension", spec.Extension is { } extension ? extension.Day is { } day ? Iso(day) : extension.Period.ToString() : null);
        Write(parts, "extension-from", policies.ExtensionOrigin == defaults.ExtensionOrigin ? null : DeadlineCodes.ExtensionOrigins[policies.ExtensionOrigin]);
        Write(parts, "pause", spec.Pauses.Count == 0 ? null : string.Join(",", spec.Pauses.Select(pause => $"{Iso(pause.Start)}/{(pause.End is { } end ? Iso(end) : "")}")));
        Write(parts, "cutoff", spec.CutOff is { } cutOff ? Time.Format(cutOff) : null);
        Write(parts, "closed", spec.Closures.Count == 0 ? null : string.Join(",", spec.Closures.Select(Iso)));
        Write(parts, "act-law", policies.ActLaw?.ToString());
        Write(parts, "purpose", spec.Purpose is { } purpose ? DeadlineCodes.Purposes[purpose] : null);
        Write(parts, "holidays", policies.HolidayPlace is { } place ? DeadlineCodes.Places[place] : null);
        Write(parts, "recipient-municipality", spec.RecipientMunicipality?.ToString());
        Write(parts, "municipal-holidays", policies.MunicipalHolidays == defaults.MunicipalHolidays ? null : DeadlineCodes.MunicipalHolidays[policies.MunicipalHolidays]);
        Write(parts, "hours", policies.HourCounting is { } hours && policies.ServiceHours is null ? DeadlineCodes.Hours[hours] : null);
        Write(parts, "service-hours", policies.ServiceHours is { } open ? $"{Time.Format(open.Opening)}-{Time.Format(open.Closing)}" : null);
        Write(parts, "public-notice-day", policies.PublicNoticeDay == defaults.PublicNoticeDay ? null : DeadlineCodes.PublicNoticeDays[policies.PublicNoticeDay]);
        Write(parts, "backward", policies.BackwardModel == defaults.BackwardModel ? null : DeadlineCodes.BackwardModels[policies.BackwardModel]);
        Write(parts, "contiguous", policies.IsNonContiguous ? YesNo(false) : null);
        Write(parts, "reminder", spec.ReminderWorkingDays?.ToString(CultureInfo.InvariantCulture));
        return string.Join(";", parts);
    }

    private static void Write(List<string> parts, string name, string? text)
    {
        if (text is not null)
        {
            parts.Add($"{name}={text}");
        }
    }

    private static DeadlineSpec With(DeadlineSpec spec, DeadlinePolicies policies) => spec with { Policies = policies };

    private static EndShift? ShiftOf(DeadlineSpec spec, string name, string text, ProblemList problems)
    {
        if (string.Equals(text, "yes", StringComparison.OrdinalIgnoreCase))
        {
            return spec.Direction == DeadlineDirection.Backward ? EndShift.Previous : EndShift.Next;
        }

        return Code(name, text, DeadlineCodes.Shifts, problems);
    }

    private static DeadlineExtension ExtensionOf(string name, string text, ProblemList problems)
    {
        if (DeadlinePeriod.TryParse(text, out DeadlinePeriod period))
        {
            return DeadlineExtension.By(period);
        }

        ParseResult<LocalDate> day = LocalDatePattern.Iso.Parse(text);
        if (!day.Success)
        {
            problems.Add($"Option {name}: {SafeEcho.InGerman(text)} ist weder eine Dauer wie P1M noch ein Datum.", $"option {name}: {SafeEcho.Of(text)} is neither a period such as P1M nor a date.");
        }

        return day.Success ? DeadlineExtension.To(day.Value) : default;
    }

    private static IEnumerable<DeadlinePause> Pauses(string name, string text, ProblemList problems)
    {
        foreach (string part in text.Split(',').Select(part => part.Trim()))
        {
            int slash = part.IndexOf('/');
            string endText = slash < 0 ? "" : part.Substring(slash + 1).Trim().Trim('.');
            if (slash < 0)
            {
                problems.Add($"Option {name}: {SafeEcho.InGerman(part)} ist keine Pause; nötig ist DATUM/DATUM oder DATUM/, solange sie andauert.", $"option {name}: {SafeEcho.Of(part)} is no pause; needed is DATE/DATE, or DATE/ while it goes on.");
            }
            else if (Date(name, part.Substring(0, slash).Trim(), problems) is { } start)
            {
                yield return new DeadlinePause(start, endText.Length == 0 ? null : Date(name, endText, problems));
            }
        }
    }

    private static IEnumerable<LocalDate> Days(string name, string text, ProblemList problems) =>
        text.Split(',').Select(part => Date(name, part.Trim(), problems)).OfType<LocalDate>();

    private static LocalDate? Date(string name, string text, ProblemList problems)
    {
        ParseResult<LocalDate> date = LocalDatePattern.Iso.Parse(text);
        if (date.Success)
        {
            return date.Value;
        }

        problems.Add($"Option {name}: {SafeEcho.InGerman(text)} ist kein Datum; nötig ist JJJJ-MM-TT.", $"option {name}: {SafeEcho.Of(text)} is no date; needed is yyyy-MM-dd.");
        return null;
    }

    private static LocalTime? TimeOf(string name, string text, ProblemList problems)
    {
        ParseResult<LocalTime> time = Time.Parse(text);
        if (time.Success)
        {
            return time.Value;
        }

        problems.Add($"Option {name}: {SafeEcho.InGerman(text)} ist keine Uhrzeit; nötig ist HH:MM.", $"option {name}: {SafeEcho.Of(text)} is no time of day; needed is HH:MM.");
        return null;
    }

    private static ServiceHours? HoursOf(string name, string text, ProblemList problems)
    {
        string[] parts = text.Split('-');
        if (parts.Length != 2)
        {
            problems.Add($"Option {name}: {SafeEcho.InGerman(text)} ist keine Zeitspanne; nötig ist HH:MM-HH:MM.", $"option {name}: {SafeEcho.Of(text)} are no hours; needed is HH:MM-HH:MM.");
            return null;
        }

        return TimeOf(name, parts[0].Trim(), problems) is { } opening && TimeOf(name, parts[1].Trim(), problems) is { } closing
            ? new ServiceHours(opening, closing)
            : null;
    }

    private static ActLaw Act(string name, string text, ProblemList problems)
    {
        if (!ActLaw.TryParse(text, out ActLaw law))
        {
            problems.Add($"Option {name}: {SafeEcho.InGerman(text)} ist weder BUND noch das Kürzel eines Landes.", $"option {name}: {SafeEcho.Of(text)} is neither BUND nor the code of a Land.");
        }

        return law;
    }

    private static int? Number(string name, string text, ProblemList problems)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        problems.Add($"Option {name}: {SafeEcho.InGerman(text)} ist keine ganze Zahl.", $"option {name}: {SafeEcho.Of(text)} is no whole number.");
        return null;
    }

    private static T Code<T>(string name, string text, CodeTable<T> codes, ProblemList problems)
        where T : struct, Enum =>
        DeadlineSpecText.Code($"option {name}", text, null, codes, problems);

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
