using Krm.Rules.Parameters;
using Krm.Rules.Sources;
using NodaTime;

namespace Krm.Rules.Serialization;

/// <summary>Reads sources, citations, parameters and recurring duties.</summary>
internal static class HeaderReader
{
    public static void ReadSources(Fields root, ReadingContext context)
    {
        foreach (var node in root.List("sources"))
        {
            var fields = new Fields(node, context.Problems, "id", "title", "note");
            context.Sources.Add(new RuleSource(
                context.DeclareName(fields, "id", "Die Quelle"), fields.Text("title"), fields.OptionalText("note") ?? ""));
        }

        if (root.IsObject && context.Sources.Count == 0)
        {
            context.Problems.Add(root.Node, "Hier fehlt „sources“: mindestens eine Quelle, auf die sich die Regeln berufen.");
        }
    }

    public static Citation? ReadCitation(Fields owner, ReadingContext context, bool required)
    {
        var node = owner.Find("citation");
        if (node is null)
        {
            if (required && owner.IsObject)
            {
                context.Problems.Add(owner.Node, "Hier fehlt „citation“, die Fundstelle.");
            }

            return null;
        }

        var fields = new Fields(node, context.Problems, "source", "section", "quote");
        var source = fields.Text("source");
        if (source.Length > 0 && context.Sources.All(known => known.Id != source))
        {
            var ids = context.Sources.Select(known => known.Id).ToArray();
            context.Problems.Add(
                fields.Find("source")!,
                $"Die Quelle „{SourceNode.Cut(source)}“ ist nicht angegeben; es gibt {string.Join(", ", ids)}.",
                NearestName.Find(source, ids));
        }

        return new Citation(source, fields.OptionalText("section") ?? "", fields.OptionalText("quote") ?? "");
    }

    public static void ReadParameters(Fields root, ReadingContext context)
    {
        foreach (var node in root.List("parameters"))
        {
            var fields = new Fields(node, context.Problems, "name", "label", "status", "citation", "value", "values");
            var name = context.DeclareName(fields, "name", "Der Parameter");
            var parameter = new RuleParameter(
                name,
                fields.OptionalText("label") ?? name,
                fields.Choice("status", FormatWords.Statuses, required: true) ?? ParameterStatus.Assumed,
                ReadCitation(fields, context, required: false),
                ReadValues(fields, context));
            context.Parameters[name] = parameter;
        }
    }

    public static List<RecurringDuty> ReadRecurring(Fields root, ReadingContext context)
    {
        var duties = new List<RecurringDuty>();
        foreach (var node in root.List("recurring"))
        {
            var fields = new Fields(node, context.Problems, "id", "title", "role", "months", "firstDue", "status", "citation");
            var id = context.DeclareName(fields, "id", "Die wiederkehrende Pflicht");
            if (fields.IsObject && fields.Find("months") is null)
            {
                context.Problems.Add(node, "Hier fehlt „months“, der Abstand in Monaten von 1 bis 120.");
            }

            duties.Add(new RecurringDuty(
                id,
                fields.Text("title"),
                fields.Text("role"),
                fields.OptionalInteger("months", 1, 120) ?? 12,
                fields.Date("firstDue") ?? default,
                fields.Choice("status", FormatWords.Statuses, required: true) ?? ParameterStatus.Assumed,
                ReadCitation(fields, context, required: true) ?? new Citation("", "", "")));
        }

        return duties;
    }

    /// <summary>Reports an end that lies before its beginning.</summary>
    public static void CheckValidity(Fields fields, LocalDate? from, LocalDate? to, ProblemList problems)
    {
        if (from > to)
        {
            problems.Add(fields.Find("validTo")!, $"Die Geltung endet am {German.Date(to!.Value)}, bevor sie am {German.Date(from!.Value)} beginnt.");
        }
    }

    private static List<ParameterValue> ReadValues(Fields fields, ReadingContext context)
    {
        var values = new List<ParameterValue>();
        if (fields.Find("value") is { } single)
        {
            values.Add(new ParameterValue(PeriodReader.Read(single, context.Problems), null, null));
        }

        foreach (var node in fields.List("values"))
        {
            var value = new Fields(node, context.Problems, "value", "validFrom", "validTo");
            var from = value.OptionalDate("validFrom");
            var to = value.OptionalDate("validTo");
            CheckValidity(value, from, to, context.Problems);
            if (value.Find("value") is not { } period)
            {
                context.Problems.Add(node, "Hier fehlt „value“, eine Frist wie P4W oder 3AT.");
                continue;
            }

            if (values.Any(other => !(other.ValidTo < from) && !(to < other.ValidFrom)))
            {
                context.Problems.Add(node, "Die Geltung überschneidet sich mit der eines anderen Werts desselben Parameters.");
            }

            values.Add(new ParameterValue(PeriodReader.Read(period, context.Problems), from, to));
        }

        if (fields.IsObject && fields.Find("value") is null == fields.Find("values") is null)
        {
            context.Problems.Add(fields.Node, "Ein Parameter braucht genau eines von „value“ und „values“.");
        }

        return values;
    }
}
