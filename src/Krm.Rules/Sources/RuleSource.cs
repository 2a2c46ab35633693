namespace Krm.Rules.Sources;

/// <summary>A document a rule set is drawn from (Quelle).</summary>
/// <param name="Id">Identifier that citations use.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Note">Date, file number or whereabouts; may be empty.</param>
public sealed record RuleSource(string Id, string Title, string Note);
