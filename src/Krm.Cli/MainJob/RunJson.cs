using System.Text;
using System.Text.Json;
using Krm.Analytics.Counting;
using Krm.Calendar.Holidays;
using Krm.Cli.Models;
using Krm.Cli.Tables;

namespace Krm.Cli.MainJob;

/// <summary>Writes <c>run.json</c>.</summary>
internal static class RunJson
{
    public static string Write(RunRecord record, PhaseClock clock)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOutput.Indented))
        {
            json.WriteStartObject();
            json.WriteString("krm", RunRecord.ProgramVersion);
            json.WriteString("as_of", IsoDate.Format(record.Report.AsOf));
            WriteInputs(json, record);
            WriteColumns(json, record.Report);
            WriteVersions(json, record);
            WriteDuties(json, record.Report);
            WriteMeasures(json, record.Report);
            WriteDefaults(json, record);
            WriteModel(json, record);
            WriteCounts(json, record);
            WriteSeconds(json, clock);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteInputs(Utf8JsonWriter json, RunRecord record)
    {
        json.WriteStartObject("inputs");
        json.WriteString("file", record.Request.Input.Path);
        json.WriteString("sha256", record.Backlog.Sha256);
        json.WriteNumber("rows", record.Backlog.Rows);
        json.WriteString("model", record.Request.Model);
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, ReportRecord report)
    {
        json.WriteStartObject("columns");
        json.WriteString("date", report.Date);
        json.WriteString("closed", report.Closed);
        json.WriteString("kind", report.Kind);
        json.WriteString("unit", report.Unit);
        json.WriteString("label", report.Label);
        json.WriteEndObject();
    }

    private static void WriteVersions(Utf8JsonWriter json, RunRecord record)
    {
        var ruleSet = record.Request.RuleSet;
        json.WriteStartObject("ruleset");
        json.WriteString("id", ruleSet.Id);
        json.WriteString("version", ruleSet.Version);
        json.WriteString("fingerprint", ruleSet.Fingerprint);
        json.WriteEndObject();
        json.WriteStartObject("holidays");
        json.WriteString("land", record.Request.Land.Code());
        json.WriteString("version", HolidayData.Germany.Version);
        json.WriteString("fingerprint", HolidayData.Germany.Fingerprint);
        json.WriteEndObject();
        json.WriteStartObject("count_plan");
        json.WriteString("period", record.Request.Plan.Period == PeriodKind.Month ? "month" : "week");
        json.WriteStartArray("by");
        foreach (var dimension in record.Request.Plan.Dimensions)
        {
            json.WriteStringValue(dimension);
        }

        json.WriteEndArray();
        json.WriteString("fingerprint", record.Request.Plan.Fingerprint);
        json.WriteEndObject();
        json.WriteStartArray("versions");
        foreach (var version in record.Report.Versions)
        {
            json.WriteStartObject();
            json.WriteString("name", version.Name);
            json.WriteString("version", version.Version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDuties(Utf8JsonWriter json, ReportRecord report)
    {
        json.WriteStartObject("duties");
        foreach (var (id, title) in report.Duties)
        {
            json.WriteString(id, title);
        }

        json.WriteEndObject();
    }

    private static void WriteMeasures(Utf8JsonWriter json, ReportRecord report)
    {
        json.WriteStartArray("measures");
        foreach (var measure in report.Measures)
        {
            json.WriteStartObject();
            json.WriteString("measure", measure.Name);
            json.WriteString("date", IsoDate.Format(measure.Date));
            json.WriteStartObject("cell");
            foreach (var (dimension, value) in measure.Cell.Coordinates)
            {
                json.WriteString(dimension, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDefaults(Utf8JsonWriter json, RunRecord record)
    {
        json.WriteStartArray("defaulted_facts");
        foreach (var fact in record.Defaulted)
        {
            json.WriteStartObject();
            json.WriteString("fact", fact.Name);
            json.WriteString("value", fact.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteModel(Utf8JsonWriter json, RunRecord record)
    {
        if (record.Classifier is { } classifier)
        {
            json.WriteStartObject("model");
            json.WriteString("data_fingerprint", classifier.Metadata.DataFingerprint);
            json.WriteNumber("texts", classifier.Metadata.TextCount);
            json.WriteNumber("unlabeled_texts", classifier.Metadata.UnlabeledTextCount);
            json.WriteNumber("categories", classifier.Categories.Count);
            json.WriteEndObject();
        }

        if (record.Trained is { } trained)
        {
            json.WritePropertyName("held_out");
            TrainingSummary.WriteHeldOut(json, trained);
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, RunRecord record)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("cases", record.Totals.Cases);
        json.WriteNumber("failed", record.Totals.Failed);
        json.WriteNumber("applicable", record.Totals.Applicable);
        json.WriteNumber("duties", record.Totals.Duties);
        json.WriteNumber("classified", record.Totals.Classified);
        json.WriteNumber("abstained", record.Totals.Abstained);
        json.WriteNumber("causes", record.CauseCount);
        json.WriteEndObject();
    }

    private static void WriteSeconds(Utf8JsonWriter json, PhaseClock clock)
    {
        json.WriteStartObject("seconds");
        foreach (var (name, seconds) in clock.Phases)
        {
            json.WriteNumber(name, Math.Round(seconds, 3));
        }

        json.WriteNumber("total", Math.Round(clock.Total, 3));
        json.WriteEndObject();
    }
}
