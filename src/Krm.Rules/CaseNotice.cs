using Krm.Rules.Outcomes;

namespace Krm.Rules;

/// <summary>A notice that goes with a case, and by which rule.</summary>
/// <param name="Id">Identifier, unique in the plan.</param>
/// <param name="To">The role or person that gets it.</param>
/// <param name="Text">What to tell, in German.</param>
/// <param name="Rule">The rule.</param>
public sealed record CaseNotice(string Id, string To, string Text, Rule Rule)
{
    internal static CaseNotice Of(Rule rule)
    {
        var notice = (NoticeOutcome)rule.Then;
        return new CaseNotice(notice.Id, notice.To, notice.Text, rule);
    }
}
