namespace Krm.Rules.Sources;

/// <summary>The place in a source document that a rule puts into effect (Fundstelle).</summary>
/// <param name="Source">Identifier of the source document, as the rule set declares it.</param>
/// <param name="Section">Section or number in the document; may be empty.</param>
/// <param name="Quote">The sentence itself; may be empty.</param>
public sealed record Citation(string Source, string Section, string Quote)
{
    /// <summary>Source and section as a clerk writes them, without the quoted sentence.</summary>
    public override string ToString() => Section.Length == 0 ? Source : $"{Source}, {Section}";
}
