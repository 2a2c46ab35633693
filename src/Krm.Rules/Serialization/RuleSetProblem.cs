namespace Krm.Rules.Serialization;

/// <summary>One thing that is wrong in a rule set, said so that its author can mend it (Mangel).</summary>
/// <param name="Message">What was found and what is allowed, in German.</param>
/// <param name="Path">Place in the document, for example <c>tables[0].rules[2].when.kanal</c>; empty for the whole document.</param>
/// <param name="Line">Line in the file, from 1; 0 if unknown.</param>
/// <param name="Column">Column in the line, in characters from 1; 0 if unknown.</param>
/// <param name="RuleId">The rule concerned; <c>null</c> if none.</param>
/// <param name="Suggestion">The nearest correct name for a misspelled one; <c>null</c> if none is near.</param>
public sealed record RuleSetProblem(string Message, string Path, int Line, int Column, string? RuleId, string? Suggestion)
{
    /// <summary>The problem on one line: place, rule, message, suggestion.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"Zeile {Line}, Spalte {Column}: " : "";
        var path = Path.Length > 0 ? Path + ": " : "";
        var rule = RuleId is null ? "" : $"Regel {RuleId}: ";
        var suggestion = Suggestion is null ? "" : $" Gemeint war vielleicht „{Suggestion}“.";
        return place + path + rule + Message + suggestion;
    }
}
