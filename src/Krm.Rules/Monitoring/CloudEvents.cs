using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Krm.Rules.Monitoring;

/// <summary>Writes warnings as CloudEvents 1.0 in JSON, for any message broker.</summary>
public static class CloudEvents
{
    /// <summary>The event type of a warning.</summary>
    public const string WarningType = "krm.duty.warning.v1";

    /// <summary>The warning as one JSON object on one line.</summary>
    /// <remarks>Carries identifiers, roles and dates; no fact and no word of the citizen.</remarks>
    /// <param name="warning">The warning.</param>
    /// <param name="source">URI reference of the sending system, for example <c>/amt/beschwerden</c>.</param>
    /// <exception cref="ArgumentException">The source is empty.</exception>
    public static string ToCloudEvent(this DutyWarning warning, string source)
    {
        Guard.NotEmpty(source);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", warning.Id);
            json.WriteString("source", source);
            json.WriteString("type", WarningType);
            json.WriteString("subject", warning.CaseId);
            json.WriteString("time", InstantPattern.General.Format(warning.At));
            json.WriteString("datacontenttype", "application/json");
            json.WriteStartObject("data");
            json.WriteString("caseId", warning.CaseId);
            json.WriteString("duty", warning.Duty.Id);
            json.WriteString("title", warning.Duty.Title);
            json.WriteString("role", warning.Duty.Role);
            json.WriteString("state", warning.State.ToString());
            json.WriteString("dueDate", warning.DateText);
            json.WriteString("dueInstant", InstantPattern.General.Format(warning.Duty.DueInstant!.Value));
            json.WriteNumber("stage", warning.Stage.WorkingDays);
            json.WriteString("notify", warning.Stage.Notify);
            json.WriteString("rule", warning.Duty.RuleId);
            json.WriteString("ruleSet", warning.Duty.RuleSetText);
            json.WriteString("message", warning.Message);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
