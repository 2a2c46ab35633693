using System.Text.Json;
using Krm.Rules.Conditions;
using Krm.Rules.Outcomes;

namespace Krm.Rules.Serialization;

/// <summary>Writes decision tables and their rules.</summary>
internal static class TableWriter
{
    public static void Write(Utf8JsonWriter json, RuleTable table)
    {
        json.WriteString("name", table.Name);
        json.WriteString("label", table.Label);
        json.WriteString("kind", FormatWords.Of(FormatWords.TableKinds, table.Kind));
        json.WriteString("hitPolicy", FormatWords.Of(FormatWords.HitPolicies, table.HitPolicy));
        RuleSetWriter.WriteTexts(json, "values", [.. table.Result?.Choices.Select(choice => choice.Name) ?? []]);
        if (table.MayBeEmpty)
        {
            json.WriteBoolean("mayBeEmpty", true);
        }

        RuleSetWriter.WriteList(json, "rules", table.Rules, WriteRule);
        if (table.Otherwise is { } otherwise)
        {
            json.WriteStartObject("otherwise");
            WriteRule(json, otherwise);
            json.WriteEndObject();
        }
    }

    private static void WriteRule(Utf8JsonWriter json, Rule rule)
    {
        json.WriteString("id", rule.Id);
        if (rule.Rank > 0)
        {
            json.WriteNumber("rank", rule.Rank);
        }

        RuleSetWriter.WriteDate(json, "validFrom", rule.ValidFrom);
        RuleSetWriter.WriteDate(json, "validTo", rule.ValidTo);
        if (rule.EndsDeliberately)
        {
            json.WriteBoolean("endsDeliberately", true);
        }

        if (!rule.When.Equals(Condition.Always))
        {
            json.WritePropertyName("when");
            ConditionWriter.Write(json, rule.When);
        }

        json.WriteStartObject("then");
        WriteOutcome(json, rule.Then);
        json.WriteEndObject();
        RuleSetWriter.WriteCitation(json, rule.Citation);
        RuleSetWriter.WriteText(json, "note", rule.Note);
    }

    private static void WriteOutcome(Utf8JsonWriter json, Outcome outcome)
    {
        switch (outcome)
        {
            case ScopeOutcome scope:
                json.WriteBoolean("applies", scope.Applies);
                RuleSetWriter.WriteText(json, "reason", scope.Reason);
                break;
            case ResultOutcome result:
                json.WriteString("value", result.Value);
                RuleSetWriter.WriteText(json, "reason", result.Reason);
                break;
            case DutyOutcome duty:
                WriteDuty(json, duty);
                break;
            case RouteOutcome route:
                json.WriteString("to", route.To);
                RuleSetWriter.WriteText(json, "via", route.Via);
                RuleSetWriter.WriteText(json, "reason", route.Reason);
                break;
            case NoticeOutcome notice:
                json.WriteString("notice", notice.Id);
                json.WriteString("to", notice.To);
                json.WriteString("text", notice.Text);
                break;
            case RetentionOutcome retention:
                WriteDue(json, retention.Due);
                if (retention.FromYearEnd)
                {
                    json.WriteBoolean("fromYearEnd", true);
                }

                RuleSetWriter.WriteText(json, "reason", retention.Reason);
                break;
        }
    }

    private static void WriteDuty(Utf8JsonWriter json, DutyOutcome duty)
    {
        json.WriteString("duty", duty.Id);
        json.WriteString("title", duty.Title);
        json.WriteString("role", duty.Role);
        RuleSetWriter.WriteText(json, "channel", duty.Channel);
        RuleSetWriter.WriteText(json, "template", duty.Template);
        if (duty.Due is { } due)
        {
            WriteDue(json, due);
        }

        RuleSetWriter.WriteText(json, "reason", duty.Reason);
        RuleSetWriter.WriteTexts(json, "dependsOn", duty.DependsOn);
        RuleSetWriter.WriteList(json, "escalation", duty.Escalation, (writer, stage) =>
        {
            writer.WriteNumber("workingDays", stage.WorkingDays);
            writer.WriteString("notify", stage.Notify);
            writer.WriteString("label", stage.Label);
        });
    }

    private static void WriteDue(Utf8JsonWriter json, DueRule due)
    {
        json.WriteStartObject("due");
        if (due.Parameter is { } parameter)
        {
            json.WriteString("parameter", parameter.Name);
        }
        else
        {
            json.WriteString("period", due.Period);
        }

        if (due.Start.Fact is not null || due.Start.Duty is not null)
        {
            json.WriteStartObject("start");
            RuleSetWriter.WriteText(json, "fact", due.Start.Fact?.Name ?? "");
            RuleSetWriter.WriteText(json, "duty", due.Start.Duty ?? "");
            json.WriteEndObject();
        }

        if (due.Regime != DueRule.ServiceRegime)
        {
            json.WriteString("regime", due.Regime);
        }

        if (due.IsBackward)
        {
            json.WriteString("direction", "backward");
        }

        if (due.Shift is { } shift)
        {
            json.WriteBoolean("shift", shift);
        }

        json.WriteEndObject();
    }
}
