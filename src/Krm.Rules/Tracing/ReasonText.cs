using System.Text;
using Krm.Rules.Outcomes;
using Krm.Rules.Parameters;

namespace Krm.Rules.Tracing;

/// <summary>German reasons for parts of a plan.</summary>
internal static class ReasonText
{
    public static string OfScope(CasePlan plan)
    {
        if (plan.ScopeRule is not { } rule)
        {
            return "Das Verfahren gilt; keine Regel schließt den Vorgang aus.";
        }

        var scope = (ScopeOutcome)rule.Then;
        var verdict = scope.Applies ? "Das Verfahren gilt" : "Das Verfahren gilt nicht";
        return Sentence(scope.Reason.Length > 0 ? $"{verdict}: {scope.Reason}" : verdict) + " " + Source(rule);
    }

    public static string Of(Duty duty, CasePlan plan)
    {
        var builder = new StringBuilder();
        builder.Append(Sentence(duty.Outcome.Reason.Length > 0 ? duty.Outcome.Reason : duty.Title));
        if (ConditionText.Describe(duty.Rule.When, plan) is { Length: > 0 } because)
        {
            builder.Append(" Maßgeblich: ").Append(because).Append('.');
        }

        builder.Append(' ').Append(Due(duty, plan)).Append(' ').Append(Source(duty.Rule));
        return builder.ToString();
    }

    private static string Due(Duty duty, CasePlan plan)
    {
        if (duty.Outcome.Due is not { } due)
        {
            return "Ohne Frist.";
        }

        if (plan.Builder.PeriodOf(plan, duty.Rule) is not { } period)
        {
            return "Die Frist ist offen: Für den Tag des Eingangs nennt das Regelwerk keine.";
        }

        var marker = due.Parameter?.Status switch
        {
            ParameterStatus.Assumed => "Vorgabe, nicht im Dokument",
            ParameterStatus.Unverified => "ungeprüft",
            _ => "",
        };
        var length = PeriodText.Describe(period);
        if (duty.StartDate is not { } start || duty.DueDate is not { } end)
        {
            return $"Die Frist ist offen ({length}{(marker.Length > 0 ? ", " + marker : "")}): Der Tag, an dem sie beginnt, steht noch nicht fest.";
        }

        var from = due.Start switch
        {
            { Fact: { } fact } => fact.Label,
            { Duty: { } other } => $"{plan.FindDuty(other)?.Title ?? other}",
            _ => "Eingang",
        };
        var span = $"{length}{(marker.Length > 0 ? $" ({marker})" : "")} {(due.IsBackward ? "vor" : "ab")} {from} am {German.Date(start)}";
        return duty.StartTime is { } time
            ? $"Frist {German.Moment(end, duty.DueInstant!.Value)}: {span}, {German.Time(time)}{Assumed(due, plan)}."
            : $"Frist {German.Date(end)}: {span}.";
    }

    /// <summary>Whether a period in hours had to take the beginning of a day for its start.</summary>
    private static string Assumed(DueRule due, CasePlan plan) => due.Start switch
    {
        { Duty: not null } => "",
        { Fact: null or { Index: 0 } } when plan.Facts.ReceivedTime is not null => "",
        _ => " (Uhrzeit nicht bekannt, daher ab Tagesbeginn)",
    };

    private static string Source(Rule rule)
    {
        var quote = rule.Citation.Quote.Length > 0 ? $": „{rule.Citation.Quote}“" : "";
        return $"Regel {rule.Id} ({rule.Citation}{quote}).";
    }

    private static string Sentence(string text) =>
        text.Length > 0 && text[text.Length - 1] == '.' ? text : text + ".";
}
