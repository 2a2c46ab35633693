using System.Text.Json;
using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Calendar.Holidays;
using Krm.Cli.Measures;
using Krm.Cli.Tables;
using Krm.Reporting;

namespace Krm.Cli.MainJob;

/// <summary>Reads from <c>run.json</c> what a report has to know.</summary>
internal static class RunJsonReader
{
    /// <exception cref="RefusalException">The file is missing or was not written by <c>krm</c>.</exception>
    public static ReportRecord Read(string path, Messages messages)
    {
        using var stream = InputFile.Open(path, messages);
        try
        {
            using var document = JsonDocument.Parse(stream);
            return Read(document.RootElement) ?? throw new RefusalException(messages.NotOfARun(path));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new RefusalException(messages.NotOfARun(path));
        }
    }

    private static ReportRecord? Read(JsonElement run)
    {
        var columns = run.GetProperty("columns");
        return IsoDate.TryParse(run.GetProperty("as_of").GetString() ?? "", out var asOf)
            ? new ReportRecord(
                asOf,
                columns.GetProperty("date").GetString() ?? "",
                columns.GetProperty("closed").GetString(),
                columns.GetProperty("kind").GetString(),
                columns.GetProperty("unit").GetString(),
                columns.GetProperty("label").GetString(),
                ReadPlan(run.GetProperty("count_plan")),
                ReadLand(run.GetProperty("holidays").GetProperty("land").GetString() ?? ""),
                ReadMeasures(run),
                ReadDuties(run),
                [.. run.GetProperty("versions").EnumerateArray().Select(ReadVersion)])
            : null;
    }

    private static CountPlan ReadPlan(JsonElement plan) => new(
        plan.GetProperty("period").GetString() == "month" ? PeriodKind.Month : PeriodKind.Week,
        plan.GetProperty("by").EnumerateArray().Select(name => name.GetString() ?? ""));

    /// <summary>Runs of earlier versions name no duties; then their ids are shown.</summary>
    private static Dictionary<string, string> ReadDuties(JsonElement run) => run.TryGetProperty("duties", out var duties)
        ? duties.EnumerateObject().ToDictionary(duty => duty.Name, duty => duty.Value.GetString() ?? "", StringComparer.Ordinal)
        : [];

    private static Bundesland ReadLand(string code) =>
        Bundeslaender.TryParse(code, out var land) ? land : throw new ArgumentException("No such Land.", nameof(code));

    private static IReadOnlyList<Measure> ReadMeasures(JsonElement run) => run.TryGetProperty("measures", out var measures)
        ? [.. measures.EnumerateArray().Select(ReadMeasure)]
        : [];

    private static Measure ReadMeasure(JsonElement measure) => new(
        measure.GetProperty("measure").GetString() ?? "",
        IsoDate.TryParse(measure.GetProperty("date").GetString() ?? "", out var date) ? date : throw new ArgumentException("No day.", nameof(measure)),
        new CauseCell(measure.GetProperty("cell").EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.GetString() ?? ""))));

    private static ReportVersion ReadVersion(JsonElement version) =>
        new(version.GetProperty("name").GetString() ?? "", version.GetProperty("version").GetString() ?? "");
}
