using Krm.Calendar.Deadlines;
using Krm.Rules.Compilation;
using Krm.Rules.Facts;
using Krm.Rules.Outcomes;
using Krm.Rules.Parameters;

namespace Krm.Rules.Serialization;

/// <summary>Reads how a due date follows: period or parameter, start, law, direction, shift.</summary>
internal static class DueReader
{
    public static DueRule? Read(Fields owner, ReadingContext context)
    {
        if (owner.Find("due") is not { } node)
        {
            return null;
        }

        var fields = new Fields(node, context.Problems, "period", "parameter", "start", "regime", "direction", "shift");
        if (!fields.IsObject)
        {
            return null;
        }

        if (fields.Find("period") is null == fields.Find("parameter") is null)
        {
            context.Problems.Add(node, "Eine Frist braucht genau eines von „period“ und „parameter“.");
        }

        var regime = fields.OptionalText("regime") ?? DueRule.ServiceRegime;
        if (!Regimes.ByName.ContainsKey(regime))
        {
            context.Problems.Add(
                fields.Find("regime")!, $"„{SourceNode.Cut(regime)}“ ist kein Fristenrecht; erlaubt: {string.Join(", ", Regimes.ByName.Keys)}.", NearestName.Find(regime, Regimes.ByName.Keys));
        }

        var due = new DueRule(
            fields.Find("period") is { } period ? PeriodReader.Read(period, context.Problems) : null,
            ReadParameter(fields, context),
            ReadStart(fields, context),
            regime,
            fields.Choice("direction", FormatWords.Directions, required: false) ?? false,
            fields.OptionalBool("shift"));
        CheckUnits(fields, due, context.Problems);
        return due;
    }

    /// <summary>The units of the periods that a due date can follow from.</summary>
    public static IEnumerable<DeadlineUnit> UnitsOf(DueRule due) =>
        (due.Parameter?.Values.Select(value => value.Period) ?? (due.Period is { } period ? [period] : [])).Select(text => DeadlinePeriod.Parse(text).Unit);

    /// <summary>What no law computes is refused here, not when the first case comes.</summary>
    private static void CheckUnits(Fields fields, DueRule due, ProblemList problems)
    {
        if (due.Shift == true && UnitsOf(due).Contains(DeadlineUnit.Hours))
        {
            problems.Add(fields.Find("shift")!, "Eine Frist in Stunden endet auf die Minute; verschieben lässt sie sich nicht.");
        }

        if (!UnitsOf(due).Contains(DeadlineUnit.AtOnce))
        {
            return;
        }

        if (due.Regime != DueRule.ServiceRegime)
        {
            problems.Add(fields.Find("regime")!, "„at-once“ gibt es nur als Serviceziel, nicht nach einem Fristenrecht.");
        }

        if (due.IsBackward)
        {
            problems.Add(fields.Find("direction")!, "„at-once“ lässt sich nicht rückwärts rechnen.");
        }
    }

    private static RuleParameter? ReadParameter(Fields fields, ReadingContext context)
    {
        if (fields.Find("parameter") is not { } node || fields.TextOf(node, mayBeEmpty: false) is not { } name)
        {
            return null;
        }

        if (context.Parameters.TryGetValue(name, out var parameter))
        {
            return parameter;
        }

        context.Problems.Add(
            node,
            $"Der Parameter „{SourceNode.Cut(name)}“ ist nicht angegeben; es gibt {string.Join(", ", context.Parameters.Keys)}.",
            NearestName.Find(name, context.Parameters.Keys));
        return null;
    }

    private static DueStart ReadStart(Fields owner, ReadingContext context)
    {
        if (owner.Find("start") is not { } node)
        {
            return DueStart.Received;
        }

        var fields = new Fields(node, context.Problems, "fact", "duty");
        if (fields.IsObject && fields.Find("fact") is null == fields.Find("duty") is null)
        {
            context.Problems.Add(node, "Ein Fristbeginn nennt genau eines von „fact“ und „duty“; ohne „start“ zählt der Eingang.");
        }

        if (fields.OptionalText("duty") is { } duty)
        {
            context.DutyReferences.Add((fields.Find("duty")!, duty, context.Problems.CurrentRule));
            return new DueStart(null, duty);
        }

        if (fields.OptionalText("fact") is not { } name || context.FindFact(fields.Find("fact")!, name) is not { } fact)
        {
            return DueStart.Received;
        }

        if (fact.Type != FactType.Date)
        {
            context.Problems.Add(fields.Find("fact")!, $"„{name}“ ist kein Datum; eine Frist kann nur an einem Tag beginnen.");
        }

        return new DueStart(fact, null);
    }
}
