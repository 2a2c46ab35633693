using System.Text.Json;
using Krm.Analytics.Causes;
using Krm.Cli.Tables;
using NodaTime;
using NodaTime.Text;

namespace Krm.Cli.Findings;

/// <summary>Reads back what <see cref="CausesJson"/> wrote.</summary>
internal static class CausesReader
{
    /// <exception cref="RefusalException">The file is missing or was not written by <c>krm</c>.</exception>
    public static IReadOnlyList<RecurringCause> Read(string path, Messages messages)
    {
        using var stream = InputFile.Open(path, messages);
        try
        {
            using var document = JsonDocument.Parse(stream);
            return [.. document.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception exception) when (exception
            is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new RefusalException(messages.NotFindings(path));
        }
    }

    private static RecurringCause Read(JsonElement cause) => new()
    {
        Id = Text(cause, "id"),
        Pattern = PatternOf(Text(cause, "pattern")),
        Cell = new CauseCell(cause.GetProperty("cell").EnumerateObject()
            .Select(pair => KeyValuePair.Create(pair.Name, pair.Value.GetString() ?? string.Empty))),
        From = Date(cause, "from"),
        To = Date(cause, "to"),
        Observed = cause.GetProperty("observed").GetInt64(),
        Expected = Number(cause, "expected"),
        ExcessLow = Number(cause, "excess_low"),
        ExcessHigh = Number(cause, "excess_high"),
        RateRatio = Number(cause, "rate_ratio"),
        RateRatioLow = Number(cause, "rate_ratio_low"),
        RateRatioHigh = Number(cause, "rate_ratio_high"),
        PValue = Number(cause, "p_value"),
        QValue = Number(cause, "q_value"),
        Terms = Texts(cause, "terms"),
        Examples = Texts(cause, "examples"),
        Sentence = Text(cause, "sentence"),
        Event = cause.TryGetProperty("event", out var kind) ? kind.GetString() : null,
        NextExpected = cause.TryGetProperty("next_expected", out _) ? Date(cause, "next_expected") : null,
        IsAboveUsualPeak = cause.TryGetProperty("above_usual_peak", out var isAbove) && isAbove.GetBoolean(),
    };

    private static CausePattern PatternOf(string name) =>
        Enum.GetValues<CausePattern>().First(pattern => CausesJson.NameOf(pattern) == name);

    private static string Text(JsonElement cause, string name) => cause.GetProperty(name).GetString() ?? string.Empty;

    private static LocalDate Date(JsonElement cause, string name) => LocalDatePattern.Iso.Parse(Text(cause, name)).GetValueOrThrow();

    /// <summary>Null was written for what is infinite.</summary>
    private static double Number(JsonElement cause, string name) =>
        cause.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : double.PositiveInfinity;

    private static IReadOnlyList<string> Texts(JsonElement cause, string name) =>
        [.. cause.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? string.Empty)];
}
