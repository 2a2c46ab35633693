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
        json.WriteFinite("expected", cause.Expected);
        json.WriteFinite("excess", cause.Excess);
        json.WriteFinite("excess_low", cause.ExcessLow);
        json.WriteFinite("excess_high", cause.ExcessHigh);
        json.WriteFinite("rate_ratio", cause.RateRatio);
        json.WriteFinite("rate_ratio_low", cause.RateRatioLow);
        json.WriteFinite("rate_ratio_high", cause.RateRatioHigh);
        json.WriteFinite("p_value", cause.PValue);
        json.WriteFinite("q_value", cause.QValue);
        WriteTexts(json, "terms", cause.Terms);
        WriteTexts(json, "examples", cause.Examples);
        json.WriteString("sentence", cause.Sentence);
        WriteRecurrence(json, cause);
        json.WriteEndObject();
    }

    /// <summary>What comes back says with what and when; other findings do not have these keys.</summary>
    private static void WriteRecurrence(Utf8JsonWriter json, RecurringCause cause)
    {
        if (cause.Event is { } kind)
        {
            json.WriteString("event", kind);
        }

        if (cause.NextExpected is { } next)
        {
            json.WriteString("next_expected", IsoDate.Format(next));
        }

        if (cause.IsAboveUsualPeak)
        {
            json.WriteBoolean("above_usual_peak", true);
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
