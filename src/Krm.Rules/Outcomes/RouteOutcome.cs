namespace Krm.Rules.Outcomes;

/// <summary>Where the case goes (Weiterleitungsweg).</summary>
/// <param name="To">The unit or role that gets it.</param>
/// <param name="Via">The way: post, mailbox, workflow; may be empty.</param>
/// <param name="Reason">German reason, for a clerk; may be empty.</param>
public sealed record RouteOutcome(string To, string Via, string Reason) : Outcome;
