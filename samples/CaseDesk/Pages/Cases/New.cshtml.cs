using System.Security.Cryptography;
using CaseDesk.Analysis;
using CaseDesk.Cases;
using Krm.Hosting;
using Krm.Rules.Facts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CaseDesk.Pages.Cases;

/// <summary>The intake of a case: text, suggested category with its evidence, and the facts the rule set asks for.</summary>
public sealed class NewModel(
    CaseWriting writing, CasePlanning planning, KrmSnapshot krm, IOptions<DeskOptions> options, IClock clock) : PageModel
{
    [BindProperty]
    public IntakeForm Form { get; set; } = new();

    public DeskOptions Desk => options.Value;

    public CategorySuggestion? Suggestion { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Problems { get; private set; } = [];

    public IReadOnlyList<string> Categories =>
        [.. Desk.Categories.Concat(krm.Classifier?.Categories ?? []).Distinct().Order(StringComparer.Create(GermanTime.Culture, false))];

    public IReadOnlyList<FactDeclaration> Facts => [.. IntakeForm.Inputs(planning.RuleSetOn(krm, clock.TodayInGermany()))];

    public void OnGet()
    {
        Form.Id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Form.Received = clock.TodayInGermany().ToIso();
    }

    public void OnPostSuggest()
    {
        Suggestion = CategorySuggestion.For(krm, Form.Text);
        Form.Category = Form.Suggested = Suggestion.Category ?? "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var record = Form.TryRead(day => planning.RuleSetOn(krm, day), Desk, Categories, clock.TodayInGermany(), out var problems);
        if (record is null)
        {
            Problems = problems;
            return Page();
        }

        await writing.AddAsync(krm, record, cancellation);
        return Redirect("/vorgaenge/" + record.Id);
    }

    /// <summary>"true" for a field that was wrong.</summary>
    public string? Invalid(string field) => Problems.Any(problem => problem.Field == field) ? "true" : null;

    /// <summary>What stands in the field of a fact.</summary>
    public string ValueOf(FactDeclaration fact) =>
        Form.Facts.GetValueOrDefault(fact.Name) ?? (fact.Default is { } value ? fact.Format(value) : "");

    /// <summary>The choices of a fact with their labels; null where it is entered freely.</summary>
    public IEnumerable<(string Value, string Label)>? ChoicesOf(FactDeclaration fact) => fact.Type switch
    {
        FactType.Choice => fact.Choices.Select(choice => (choice.Name, choice.Label)),
        FactType.YesNo => [("ja", "ja"), ("nein", "nein")],
        FactType.Text when fact.Name == Desk.UnitFact => Desk.Units.Select(unit => (unit, unit)),
        _ => null,
    };
}
