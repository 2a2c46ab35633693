using System.Text.Json;
using Krm.Analytics.Counting;
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
                [.. run.GetProperty("versions").EnumerateArray().Select(ReadVersion)])
            : null;
    }

    private static CountPlan ReadPlan(JsonElement plan) => new(
        plan.GetProperty("period").GetString() == "month" ? PeriodKind.Month : PeriodKind.Week,
        plan.GetProperty("by").EnumerateArray().Select(name => name.GetString() ?? ""));

    private static ReportVersion ReadVersion(JsonElement version) =>
        new(version.GetProperty("name").GetString() ?? "", version.GetProperty("version").GetString() ?? "");
}
