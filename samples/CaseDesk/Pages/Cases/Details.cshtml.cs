using CaseDesk.Cases;
using CaseDesk.Storage;
using Krm.Hosting;
using Krm.Rules;
using Krm.Rules.Monitoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace CaseDesk.Pages.Cases;

/// <summary>One case: its duties with due dates and reasons, and what is done for it.</summary>
public sealed class DetailsModel(CaseStore store, CaseWriting writing, CasePlanning planning, KrmSnapshot krm, IClock clock) : PageModel
{
    public CaseRecord Record { get; private set; } = null!;

    public CasePlan Plan { get; private set; } = null!;

    public IReadOnlyList<DutyStatus> Duties { get; private set; } = [];

    public string Fingerprint { get; private set; } = "";

    public LocalDate Today => clock.TodayInGermany();

    public IEnumerable<(string Label, string Value)> Facts => IntakeForm.Inputs(Plan.RuleSet)
        .Where(fact => Record.Facts.GetValueOrDefault(fact.Name) is { Length: > 0 })
        .Select(fact => (fact.Label, Record.Facts[fact.Name]!));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } record)
        {
            return NotFound();
        }

        var completions = (await store.CompletionsOfAsync([id], cancellation))[id];
        var decision = planning.Plan(krm, record, completions);
        (Record, Plan, Fingerprint) = (record, decision.Result, decision.Fingerprint);
        Duties = new DutyMonitor(krm.Calendar).Check(Plan, Plan.History, clock.GetCurrentInstant());
        return Page();
    }

    public Task<IActionResult> OnPostDoneAsync(string id, string? duty, string? day, CancellationToken cancellation) =>
        ChangeAsync(id, day, (record, done) => planning.Plan(krm, record, []).Result.FindDuty(duty ?? "") is { } known
            ? writing.CompleteAsync(krm, record, new Completion(known.Id, done), cancellation)
            : null, cancellation);

    public Task<IActionResult> OnPostCloseAsync(string id, string? day, CancellationToken cancellation) =>
        ChangeAsync(id, day, (record, closed) => writing.CloseAsync(record, closed, cancellation), cancellation);

    /// <summary>Only days from the receipt to today are taken.</summary>
    private async Task<IActionResult> ChangeAsync(string id, string? day, Func<CaseRecord, LocalDate, Task?> change, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } record)
        {
            return NotFound();
        }

        if (!GermanTime.TryParseIso(day, out var known) || known < record.Received || known > Today || change(record, known) is not { } task)
        {
            return BadRequest();
        }

        await task;
        return Redirect("/vorgaenge/" + id);
    }
}
