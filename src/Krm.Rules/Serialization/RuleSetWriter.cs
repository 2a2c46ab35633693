using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Krm.Rules.Facts;
using Krm.Rules.Parameters;
using Krm.Rules.Sources;
using NodaTime;
using NodaTime.Text;

namespace Krm.Rules.Serialization;

/// <summary>Writes a rule set in its canonical form; reading that form gives an equal rule set.</summary>
internal static class RuleSetWriter
{
    public static string Write(RuleSet ruleSet, bool indented)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            Write(ruleSet, json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + (indented ? "\n" : "");
    }

    public static string Fingerprint(RuleSet ruleSet)
    {
        var canonical = Encoding.UTF8.GetBytes(Write(ruleSet, indented: false));
#if NET
        var hash = SHA256.HashData(canonical);
#else
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(canonical);
#endif
        return string.Concat(hash.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    public static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    public static void WriteDate(Utf8JsonWriter json, string name, LocalDate? date)
    {
        if (date is { } value)
        {
            json.WriteString(name, LocalDatePattern.Iso.Format(value));
        }
    }

    public static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteCitation(Utf8JsonWriter json, Citation? citation)
    {
        if (citation is null)
        {
            return;
        }

        json.WriteStartObject("citation");
        json.WriteString("source", citation.Source);
        WriteText(json, "section", citation.Section);
        WriteText(json, "quote", citation.Quote);
        json.WriteEndObject();
    }

    private static void Write(RuleSet ruleSet, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("format", FormatWords.FormatVersion);
        json.WriteString("id", ruleSet.Id);
        json.WriteString("version", ruleSet.Version);
        json.WriteString("title", ruleSet.Title);
        WriteText(json, "land", ruleSet.Land);
        WriteDate(json, "validFrom", ruleSet.ValidFrom);
        WriteDate(json, "validTo", ruleSet.ValidTo);
        WriteText(json, "note", ruleSet.Note);
        WriteList(json, "sources", ruleSet.Sources, WriteSource);
        WriteList(json, "facts", [.. ruleSet.Facts.Skip(1)], WriteFact);
        WriteList(json, "parameters", ruleSet.Parameters, WriteParameter);
        WriteList(json, "tables", ruleSet.Tables, TableWriter.Write);
        WriteList(json, "recurring", ruleSet.RecurringDuties, WriteRecurring);
        WriteList(json, "tests", ruleSet.Tests, TestWriter.Write);
        json.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter json, RuleSource source)
    {
        json.WriteString("id", source.Id);
        json.WriteString("title", source.Title);
        WriteText(json, "note", source.Note);
    }

    private static void WriteFact(Utf8JsonWriter json, FactDeclaration fact)
    {
        json.WriteString("name", fact.Name);
        json.WriteString("label", fact.Label);
        json.WriteString("type", FormatWords.Of(FormatWords.FactTypes, fact.Type));
        WriteList(json, "values", fact.Choices, (writer, choice) =>
        {
            writer.WriteString("name", choice.Name);
            writer.WriteString("label", choice.Label);
        });
        if (fact.Decimals > 0)
        {
            json.WriteNumber("decimals", fact.Decimals);
        }

        if (fact.Minimum is { } minimum)
        {
            json.WriteNumber("min", minimum);
        }

        if (fact.Maximum is { } maximum)
        {
            json.WriteNumber("max", maximum);
        }

        WriteText(json, "unit", fact.Unit);
        if (fact.IsOptional)
        {
            json.WriteBoolean("optional", true);
        }

        if (fact.Default is { IsMissing: false } value)
        {
            json.WritePropertyName("default");
            ConditionWriter.WriteValue(json, fact, value.Code);
        }
    }

    private static void WriteParameter(Utf8JsonWriter json, RuleParameter parameter)
    {
        json.WriteString("name", parameter.Name);
        json.WriteString("label", parameter.Label);
        json.WriteString("status", FormatWords.Of(FormatWords.Statuses, parameter.Status));
        WriteCitation(json, parameter.Citation);
        if (parameter.Values.Count == 1 && parameter.Values[0] is { ValidFrom: null, ValidTo: null } only)
        {
            json.WriteString("value", only.Period);
            return;
        }

        json.WriteStartArray("values");
        foreach (var value in parameter.Values)
        {
            json.WriteStartObject();
            json.WriteString("value", value.Period);
            WriteDate(json, "validFrom", value.ValidFrom);
            WriteDate(json, "validTo", value.ValidTo);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRecurring(Utf8JsonWriter json, RecurringDuty duty)
    {
        json.WriteString("id", duty.Id);
        json.WriteString("title", duty.Title);
        json.WriteString("role", duty.Role);
        json.WriteNumber("months", duty.Months);
        WriteDate(json, "firstDue", duty.FirstDue);
        json.WriteString("status", FormatWords.Of(FormatWords.Statuses, duty.Status));
        WriteCitation(json, duty.Citation);
    }
}
