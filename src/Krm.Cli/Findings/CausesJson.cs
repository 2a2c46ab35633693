using System.Text.Json;
using Krm.Analytics.Causes;
using Krm.Cli.Tables;

namespace Krm.Cli.Findings;

/// <summary>Writes recurring causes as a JSON array, best first.</summary>
internal static class CausesJson
{
    public static void Write(Stream stream, IReadOnlyList<RecurringCause> causes)
    {
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Indented))
        {
            json.WriteStartArray();
            foreach (var cause in causes)
            {
                Write(json, cause);
            }

            json.WriteEndArray();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>The name of a pattern in data.</summary>
    public static string NameOf(CausePattern pattern) => pattern switch
    {
        CausePattern.Burst => "burst",
        CausePattern.Shift => "shift",
        CausePattern.Seasonal => "seasonal",
        CausePattern.Trend => "trend",
        _ => "chronic",
    };

    private static void Write(Utf8JsonWriter json, RecurringCause cause)
    {
        json.WriteStartObject();
        json.WriteString("id", cause.Id);
        json.WriteString("pattern", NameOf(cause.Pattern));
        json.WriteStartObject("cell");
        foreach (var (name, value) in cause.Cell.Coordinates)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteString("from", IsoDate.Format(cause.From));
        json.WriteString("to", IsoDate.Format(cause.To));
        json.WriteNumber("observed", cause.Observed);
        WriteNumber(json, "expected", cause.Expected);
        WriteNumber(json, "excess", cause.Excess);
        WriteNumber(json, "excess_low", cause.ExcessLow);
        WriteNumber(json, "excess_high", cause.ExcessHigh);
        WriteNumber(json, "rate_ratio", cause.RateRatio);
        WriteNumber(json, "rate_ratio_low", cause.RateRatioLow);
        WriteNumber(json, "rate_ratio_high", cause.RateRatioHigh);
        WriteNumber(json, "p_value", cause.PValue);
        WriteNumber(json, "q_value", cause.QValue);
        WriteTexts(json, "terms", cause.Terms);
        WriteTexts(json, "examples", cause.Examples);
        json.WriteString("sentence", cause.Sentence);
        json.WriteEndObject();
    }

    /// <summary>JSON knows no infinity; a ratio without upper end is null.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
