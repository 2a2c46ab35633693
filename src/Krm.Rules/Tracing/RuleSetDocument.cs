using System.Text;
using Krm.Rules.Compilation;
using Krm.Rules.Conditions;
using Krm.Rules.Outcomes;
using Krm.Rules.Parameters;
using Krm.Rules.Sources;
using Krm.Rules.Validation;

namespace Krm.Rules.Tracing;

/// <summary>Writes a rule set as a German Markdown document that the head of a department can read.</summary>
public static class RuleSetDocument
{
    /// <summary>The whole rule set: sources, facts, parameters, each table with its rules in words, recurring duties.</summary>
    public static string Write(RuleSet ruleSet)
    {
        Guard.NotNull(ruleSet);
        var text = new StringBuilder();
        text.Append("# ").Append(ruleSet.Title).Append("\n\n");
        text.Append("Regelwerk `" + ruleSet.Id + "`, Fassung " + ruleSet.Version + ", " + Validity(ruleSet) + ".\n");
        if (ruleSet.Note.Length > 0)
        {
            text.Append('\n').Append(ruleSet.Note).Append('\n');
        }

        AppendTable(text, "Quellen", ["Kürzel", "Titel", "Hinweis"], ruleSet.Sources.Select(source => new[] { source.Id, source.Title, source.Note }));
        AppendTable(text, "Tatsachen", ["Tatsache", "Spalte", "Werte", "Vorgabe"], ruleSet.Facts.Skip(1).Select(fact => new[]
        {
            fact.Label, fact.Name, Facts.FactTexts.DescribeAllowed(fact), fact.Default is { } value ? fact.Format(value) : "keine",
        }));
        AppendTable(text, "Parameter", ["Parameter", "Wert", "Herkunft"], ruleSet.Parameters.SelectMany(Describe));
        foreach (var table in ruleSet.Tables)
        {
            AppendTable(text, $"{table.Label} ({Describe(table.HitPolicy)})", ["Regel", "Wenn", "Dann", "Frist", "Fundstelle"], Rows(table, ruleSet));
        }

        AppendTable(text, "Wiederkehrende Pflichten", ["Pflicht", "Wer", "Abstand", "Zuerst am", "Fundstelle"], ruleSet.RecurringDuties.Select(duty => new[]
        {
            duty.Title, duty.Role, duty.Months == 12 ? "jährlich" : $"alle {duty.Months} Monate", German.Date(duty.FirstDue), duty.Citation + Mark(duty.Status),
        }));
        return text.ToString();
    }

    private static IEnumerable<string[]> Rows(RuleTable table, RuleSet ruleSet)
    {
        var rules = table.Otherwise is { } otherwise ? table.Rules.Append(otherwise) : table.Rules;
        foreach (var rule in rules)
        {
            yield return [rule.Id, Condition(rule, ruleSet), Outcome(rule.Then), Due(rule.Then), Cite(rule.Citation)];
        }
    }

    private static string Condition(Rule rule, RuleSet ruleSet)
    {
        if (rule.IsOtherwise)
        {
            return "sonst";
        }

        var facts = RuleBoxes.AllFacts(ruleSet);
        var boxes = BoxBuilder.Build(rule.When, facts.Count)!;
        var cases = boxes.Select(box => string.Join(" und ", facts.Where(fact => box[fact.Index] is not null).Select(fact => $"{fact.Label} = {SetText.Describe(fact, box[fact.Index]!)}"))).ToArray();
        var condition = cases.Length == 0 ? "nie" : Array.Exists(cases, item => item.Length == 0) ? "immer" : string.Join(" — oder ", cases);
        var from = rule.ValidFrom is { } first ? $" (Eingang ab {German.Date(first)})" : "";
        var to = rule.ValidTo is { } last ? $" (Eingang bis {German.Date(last)})" : "";
        return condition + from + to;
    }

    private static string Outcome(Outcome outcome) => outcome switch
    {
        ScopeOutcome scope => (scope.Applies ? "gilt" : "gilt nicht") + (scope.Reason.Length > 0 ? ": " + scope.Reason : ""),
        ResultOutcome result => result.Value,
        DutyOutcome duty => $"{duty.Role}: {duty.Title}",
        RouteOutcome route => "an " + route.To + (route.Via.Length > 0 ? " per " + route.Via : ""),
        NoticeOutcome notice => $"an {notice.To}: {notice.Text}",
        RetentionOutcome retention => "löschen" + (retention.FromYearEnd ? ", gerechnet vom Jahresende" : ""),
        _ => "",
    };

    private static string Due(Outcome outcome)
    {
        var due = outcome switch
        {
            DutyOutcome duty => duty.Due,
            RetentionOutcome retention => retention.Due,
            _ => null,
        };
        if (due is null)
        {
            return "";
        }

        var length = due.Parameter is { } parameter
            ? string.Join(" / ", parameter.Values.Select(value => PeriodText.Describe(value.Period))) + Mark(parameter.Status)
            : PeriodText.Describe(due.Period!);
        var start = due.Start switch
        {
            { Fact: { } fact } => fact.Label,
            { Duty: { } duty } => duty,
            _ => "Eingang",
        };
        return due.IsBackward ? $"{length} vor {start}" : $"{length} ab {start}";
    }

    private static IEnumerable<string[]> Describe(RuleParameter parameter) => parameter.Values.Select(value => new[]
    {
        parameter.Label,
        PeriodText.Describe(value.Period)
            + (value.ValidFrom is { } from ? $" ab {German.Date(from)}" : "") + (value.ValidTo is { } to ? $" bis {German.Date(to)}" : ""),
        (parameter.Citation is { } citation ? citation.ToString() : "") + Mark(parameter.Status),
    });

    private static string Mark(ParameterStatus status) => status switch
    {
        ParameterStatus.Assumed => " (Vorgabe)",
        ParameterStatus.Unverified => " (ungeprüft)",
        _ => "",
    };

    private static string Cite(Citation citation) => citation.Quote.Length == 0 ? citation.ToString() : $"{citation}: „{citation.Quote}“";

    private static string Describe(HitPolicy policy) => policy switch
    {
        HitPolicy.Unique => "genau eine Regel trifft zu",
        HitPolicy.First => "die erste zutreffende Regel gilt",
        HitPolicy.Priority => "die zutreffende Regel mit dem niedrigsten Rang gilt",
        _ => "alle zutreffenden Regeln gelten",
    };

    private static string Validity(RuleSet ruleSet) => (ruleSet.ValidFrom, ruleSet.ValidTo) switch
    {
        ({ } from, { } to) => $"gilt vom {German.Date(from)} bis {German.Date(to)}",
        ({ } from, null) => $"gilt ab {German.Date(from)}",
        (null, { } to) => $"gilt bis {German.Date(to)}",
        _ => "gilt ohne Beginn und Ende",
    };

    private static void AppendTable(StringBuilder text, string title, string[] header, IEnumerable<string[]> rows)
    {
        var all = rows.Select(row => row.Select(cell => cell.Replace("|", "\\|")).ToArray()).ToArray();
        if (all.Length == 0)
        {
            return;
        }

        text.Append("\n## ").Append(title).Append("\n\n");
        text.Append("| ").Append(string.Join(" | ", header)).Append(" |\n");
        text.Append('|').Append(string.Concat(header.Select(_ => " --- |"))).Append('\n');
        foreach (var row in all)
        {
            text.Append("| ").Append(string.Join(" | ", row)).Append(" |\n");
        }
    }
}
