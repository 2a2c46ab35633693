namespace Krm.Rules.Outcomes;

/// <summary>A notice that goes with the case (Hinweis).</summary>
/// <param name="Id">Identifier; a plan carries it at most once.</param>
/// <param name="To">The role or person that gets it.</param>
/// <param name="Text">What to tell, in German.</param>
public sealed record NoticeOutcome(string Id, string To, string Text) : Outcome
{
    internal override string Key => Id;
}
