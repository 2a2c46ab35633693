using System.Text.Json;
using Krm.Calendar.Deadlines;
using Krm.Rules.Outcomes;

namespace Krm.Rules.Serialization;

/// <summary>Reads what follows if a rule fires, according to the kind of its table.</summary>
internal static class OutcomeReader
{
    public static Outcome Read(SourceNode node, TableKind kind, IReadOnlyList<string> results, ReadingContext context) => kind switch
    {
        TableKind.Scope => ReadScope(node, context),
        TableKind.Priority or TableKind.Decision => ReadResult(node, results, context),
        TableKind.Duties => ReadDuty(node, context),
        TableKind.Routing => ReadRoute(node, context),
        TableKind.Notices => ReadNotice(node, context),
        _ => ReadRetention(node, context),
    };

    private static ScopeOutcome ReadScope(SourceNode node, ReadingContext context)
    {
        var fields = new Fields(node, context.Problems, "applies", "reason");
        if (fields.IsObject && fields.Find("applies") is null)
        {
            context.Problems.Add(node, "Hier fehlt „applies“: true, wenn das Verfahren gilt, sonst false.");
        }

        return new ScopeOutcome(fields.OptionalBool("applies") ?? true, fields.OptionalText("reason") ?? "");
    }

    private static ResultOutcome ReadResult(SourceNode node, IReadOnlyList<string> results, ReadingContext context)
    {
        var fields = new Fields(node, context.Problems, "value", "reason");
        var value = fields.Text("value");
        if (value.Length > 0 && !results.Contains(value))
        {
            context.Problems.Add(
                fields.Find("value")!,
                $"„{SourceNode.Cut(value)}“ ist kein Ergebnis dieser Tabelle; erlaubt: {string.Join(", ", results.Take(20))}.",
                NearestName.Find(value, results));
        }

        return new ResultOutcome(value, fields.OptionalText("reason") ?? "");
    }

    private static RouteOutcome ReadRoute(SourceNode node, ReadingContext context)
    {
        var fields = new Fields(node, context.Problems, "to", "via", "reason");
        return new RouteOutcome(fields.Text("to"), fields.OptionalText("via") ?? "", fields.OptionalText("reason") ?? "");
    }

    private static NoticeOutcome ReadNotice(SourceNode node, ReadingContext context)
    {
        var fields = new Fields(node, context.Problems, "notice", "to", "text");
        var id = ReadId(fields, "notice", context);
        context.NoticeIds.Add(id);
        return new NoticeOutcome(id, fields.Text("to"), fields.Text("text"));
    }

    private static RetentionOutcome ReadRetention(SourceNode node, ReadingContext context)
    {
        var fields = new Fields(node, context.Problems, "due", "fromYearEnd", "reason");
        var due = DueReader.Read(fields, context);
        if (due is null && fields.IsObject && fields.Find("due") is null)
        {
            context.Problems.Add(node, "Hier fehlt „due“, die Aufbewahrungsfrist.");
        }
        else if (due is not null && DueReader.UnitsOf(due).Contains(DeadlineUnit.Hours))
        {
            context.Problems.Add(fields.Find("due")!, "Eine Aufbewahrungsfrist zählt in Tagen oder länger, nicht in Stunden.");
        }

        return new RetentionOutcome(
            due ?? new DueRule("P1D", null, DueStart.Received, DueRule.ServiceRegime, false, null),
            fields.OptionalBool("fromYearEnd") ?? false,
            fields.OptionalText("reason") ?? "");
    }

    private static DutyOutcome ReadDuty(SourceNode node, ReadingContext context)
    {
        var fields = new Fields(
            node, context.Problems, "duty", "title", "role", "channel", "template", "due", "reason", "dependsOn", "escalation");
        var id = ReadId(fields, "duty", context);
        context.DutyIds.Add(id);
        foreach (var reference in fields.List("dependsOn").Where(item => item.Kind == JsonTokenType.String))
        {
            context.DutyReferences.Add((reference, reference.Text, context.Problems.CurrentRule));
        }

        return new DutyOutcome(id, fields.Text("title"), fields.Text("role"), DueReader.Read(fields, context))
        {
            Channel = fields.OptionalText("channel") ?? "",
            Template = fields.OptionalText("template") ?? "",
            Reason = fields.OptionalText("reason") ?? "",
            DependsOn = fields.Texts("dependsOn"),
            Escalation = [.. fields.List("escalation").Select(stage => ReadStage(stage, context)).OrderBy(stage => stage.WorkingDays)],
        };
    }

    private static EscalationStage ReadStage(SourceNode node, ReadingContext context)
    {
        var fields = new Fields(node, context.Problems, "workingDays", "notify", "label");
        if (fields.IsObject && fields.Find("workingDays") is null)
        {
            context.Problems.Add(node, "Hier fehlt „workingDays“: Arbeitstage nach der Frist, negativ für davor.");
        }

        var notify = fields.Text("notify");
        return new EscalationStage(fields.OptionalInteger("workingDays", -250, 250) ?? 0, notify, fields.OptionalText("label") ?? notify);
    }

    private static string ReadId(Fields fields, string field, ReadingContext context)
    {
        var id = fields.Text(field);
        if (id.Length > 0 && !FormatWords.IsName(id))
        {
            context.Problems.Add(fields.Find(field)!, $"„{SourceNode.Cut(id)}“ ist kein Name: erlaubt sind bis zu 80 Buchstaben, Ziffern und - _ . / ohne Leerzeichen.");
        }

        return id;
    }
}
