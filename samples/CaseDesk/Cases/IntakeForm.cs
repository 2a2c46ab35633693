using System.Diagnostics.CodeAnalysis;
using Krm.Rules;
using Krm.Rules.Facts;
using NodaTime;

namespace CaseDesk.Cases;

/// <summary>What a clerk enters for a new case, as sent by the form: a field left empty arrives as null.</summary>
public sealed class IntakeForm
{
    /// <summary>How many letters a text may have.</summary>
    public const int LongestText = 20_000;

    private const int LongestId = 64;

    [AllowNull]
    public string Id { get; set => field = value ?? ""; } = "";

    [AllowNull]
    public string Received { get; set => field = value ?? ""; } = "";

    [AllowNull]
    public string Place { get; set => field = value ?? ""; } = "";

    [AllowNull]
    public string Category { get; set => field = value ?? ""; } = "";

    [AllowNull]
    public string Suggested { get; set => field = value ?? ""; } = "";

    [AllowNull]
    public string Text { get; set => field = value ?? ""; } = "";

    public Dictionary<string, string?> Facts { get; set; } = [];

    /// <summary>The case, or everything that is wrong with the form, by the field it concerns.</summary>
    /// <param name="ruleSetOn">The rule set valid on a day.</param>
    /// <param name="desk">The closed lists.</param>
    /// <param name="categories">The categories allowed.</param>
    /// <param name="today">Nothing can be received after it.</param>
    /// <param name="problems">Field and message; empty on success.</param>
    public CaseRecord? TryRead(
        Func<LocalDate, RuleSet> ruleSetOn, DeskOptions desk, IReadOnlyCollection<string> categories, LocalDate today,
        out IReadOnlyList<(string Field, string Message)> problems)
    {
        var found = new List<(string, string)>();
        var text = Clean(Text);
        if (Id.Length is 0 or > LongestId || !Id.All(char.IsAsciiHexDigit))
        {
            found.Add(("text", "Das Formular ist unvollständig. Bitte öffnen Sie es neu."));
        }

        var hasDay = GermanTime.TryParseIso(Received, out var received);
        if (!hasDay || received > today || received.Year < 1990)
        {
            found.Add(("received", $"Eingang: bitte einen Tag von 1990 bis {today.ToGerman()} angeben."));
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            found.Add(("text", $"Text: bitte 1 bis {LongestText} Zeichen angeben."));
        }

        if (Place.Length > 0 && !desk.Places.Contains(Place))
        {
            found.Add(("place", "Ort: bitte einen Ort der Liste wählen."));
        }

        if (Category.Length > 0 && !categories.Contains(Category))
        {
            found.Add(("category", "Kategorie: bitte eine Kategorie der Liste wählen."));
        }

        var ruleSet = ruleSetOn(hasDay ? received : today);
        var facts = KnownFacts(ruleSet);
        if (!CaseFacts.TryCreate(ruleSet, "neu", hasDay ? received : today, facts, out _, out var factProblems))
        {
            found.AddRange(factProblems.Select(problem => ("fact-" + problem.Fact, problem.Message)));
        }

        problems = found;
        return found.Count > 0
            ? null
            : new CaseRecord(Id, 0, received, facts, Place, Category, Category.Length > 0 && Category == Suggested, text, null);
    }

    /// <summary>Values of other fields than the rule set's facts are not taken.</summary>
    private Dictionary<string, string?> KnownFacts(RuleSet ruleSet) => Inputs(ruleSet)
        .Where(fact => !string.IsNullOrWhiteSpace(Facts.GetValueOrDefault(fact.Name)))
        .ToDictionary(fact => fact.Name, fact => (string?)Clean(Facts[fact.Name]!));

    /// <summary>The facts a clerk is asked for.</summary>
    public static IEnumerable<FactDeclaration> Inputs(RuleSet ruleSet) => ruleSet.Facts.Skip(1).Where(fact => !fact.IsResult);

    /// <summary>Control characters have no place in a text, and no database keeps them all.</summary>
    private static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter is '\n' or '\t' || !char.IsControl(letter))).Trim();
}
