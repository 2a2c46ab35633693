using System.Text;
using System.Text.Json;
using Krm.Calendar.Deadlines.Lawbook;
using Krm.Calendar.Holidays;
using NodaTime;
using NodaTime.Text;

namespace Krm.Calendar.Deadlines.Serialization;

/// <summary>Deadlines and their specifications as JSON.</summary>
/// <remarks>
/// A specification is an object of the columns of <see cref="DeadlineSpecText"/>. A deadline is
/// <c>{ spec, deemedDay, rawEnd, lastDay, endTime, endInstant, reminderDay, confidence, steps, alternatives, fingerprint }</c>;
/// dates ISO 8601, what is not there is left out. Pure and thread-safe.
/// </remarks>
public static class DeadlineJson
{
    private const string Source = "deadline";

    /// <summary>Writes a deadline with its input, steps and alternatives.</summary>
    /// <param name="deadline">The deadline.</param>
    /// <returns>One JSON object, not indented.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deadline"/> is null.</exception>
    public static string Write(Deadline deadline)
    {
        Guard.NotNull(deadline);
        return ToText(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("spec");
            WriteSpec(writer, deadline.Spec);
            WriteDay(writer, "deemedDay", deadline.DeemedDay);
            WriteDay(writer, "rawEnd", deadline.RawEnd);
            WriteDay(writer, "lastDay", deadline.LastDay);
            WriteText(writer, "endTime", deadline.EndTime is { } time ? LocalDateTimePattern.GeneralIso.Format(time) : null);
            WriteText(writer, "endInstant", deadline.EndInstant is { } instant ? InstantPattern.General.Format(instant) : null);
            WriteDay(writer, "reminderDay", deadline.ReminderDay);
            writer.WriteString("confidence", DeadlineCodes.Confidences[deadline.Confidence]);
            WriteSteps(writer, deadline.Steps);
            WriteAlternatives(writer, deadline.Alternatives);
            writer.WriteString("fingerprint", deadline.Fingerprint);
            writer.WriteEndObject();
        });
    }

    /// <summary>Writes a specification.</summary>
    /// <param name="spec">The specification.</param>
    /// <returns>One JSON object, not indented.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="spec"/> is null.</exception>
    public static string WriteSpec(DeadlineSpec spec)
    {
        Guard.NotNull(spec);
        return ToText(writer => WriteSpec(writer, spec));
    }

    /// <summary>Reads a specification.</summary>
    /// <param name="json">What <see cref="WriteSpec(DeadlineSpec)"/> wrote.</param>
    /// <returns>An equal specification.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="FormatException">Not such an object; all problems are listed with their path.</exception>
    /// <exception cref="DeadlineSpecException">A text in it is missing or unknown.</exception>
    public static DeadlineSpec ReadSpec(string json) =>
        ReadObject(Guard.NotNull(json), ParseSpec)!;

    internal static RecordedDeadline Read(string json) => ReadObject(json, (fields, problems) =>
    {
        JsonFields? spec = fields.OptionalObject("spec");
        string fingerprint = fields.Text("fingerprint");
        ParseResult<LocalDate>? last = fields.OptionalText("lastDay") is { } text ? LocalDatePattern.Iso.Parse(text) : null;
        if (spec is null || last is { Success: false })
        {
            fields.Problem(spec is null ? "spec" : "lastDay", spec is null ? "missing; needed is an object" : "not a date");
            return default;
        }

        return ParseSpec(spec, problems) is { } input ? new RecordedDeadline(input, last?.Value, fingerprint) : default;
    });

    // Null after a problem: what is not even text is not worth a second message.
    private static DeadlineSpec? ParseSpec(JsonFields fields, List<string> problems)
    {
        Dictionary<string, string?> texts = DeadlineSpecText.Columns.ToDictionary(name => name, fields.OptionalText);
        fields.CheckNoOthers();
        return problems.Count == 0 ? DeadlineSpecText.Parse(name => texts[name]) : null;
    }

    private static T ReadObject<T>(string json, Func<JsonFields, List<string>, T> read)
    {
        List<string> problems = [];
        T? value = default;
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            value = read(new JsonFields(document.RootElement, Source, "$", problems), problems);
        }
        catch (JsonException broken)
        {
            problems.Add($"{Source}, line {broken.LineNumber + 1}, column {broken.BytePositionInLine + 1}: not JSON.");
        }

        return problems.Count == 0 ? value! : throw new FormatException(string.Join(" ", problems));
    }

    private static void WriteSpec(Utf8JsonWriter writer, DeadlineSpec spec)
    {
        writer.WriteStartObject();
        foreach (KeyValuePair<string, string> column in DeadlineSpecText.Format(spec))
        {
            writer.WriteString(column.Key, column.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteSteps(Utf8JsonWriter writer, IReadOnlyList<DeadlineStep> steps)
    {
        writer.WriteStartArray("steps");
        foreach (DeadlineStep step in steps)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", step.Kind.ToString());
            writer.WriteString("section", step.Section);
            WriteDay(writer, "before", step.Before);
            WriteDay(writer, "after", step.After);
            WriteText(writer, "detail", step.Detail.Length == 0 ? null : step.Detail);
            writer.WriteString("text", step.ToGerman());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAlternatives(Utf8JsonWriter writer, IReadOnlyList<DeadlineAlternative> alternatives)
    {
        writer.WriteStartArray("alternatives");
        foreach (DeadlineAlternative alternative in alternatives)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", DeadlineCodes.AlternativeKinds[alternative.Kind]);
            WriteDay(writer, "lastDay", alternative.LastDay);
            writer.WriteString("reason", alternative.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDay(Utf8JsonWriter writer, string name, LocalDate? day) =>
        WriteText(writer, name, day is { } date ? LocalDatePattern.Iso.Format(date) : null);

    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static string ToText(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
