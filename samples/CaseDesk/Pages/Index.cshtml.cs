using CaseDesk.Cases;
using CaseDesk.Storage;
using Krm.Hosting;
using Krm.Rules;
using Krm.Rules.Monitoring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace CaseDesk.Pages;

/// <summary>The worklist by urgency, with whom to tell where something escalates.</summary>
public sealed class IndexModel(CaseStore store, CasePlanning planning, KrmSnapshot krm, IClock clock) : PageModel
{
    private const int RowsOfAPage = 50;
    private const int LastPage = 20_000;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public long AllCount { get; private set; }

    public long OpenCount { get; private set; }

    public int Page1 { get; private set; } = 1;

    public long First => ((Page1 - 1L) * RowsOfAPage) + 1;

    public long Last => First + Rows.Count - 1;

    public async Task OnGetAsync([FromQuery(Name = "seite")] int page, CancellationToken cancellation)
    {
        Page1 = Math.Clamp(page, 1, LastPage);
        (AllCount, OpenCount) = await store.CountAsync(cancellation);
        var cases = await store.ListOpenAsync((Page1 - 1) * RowsOfAPage, RowsOfAPage, cancellation);
        var completions = await store.CompletionsOfAsync(cases.Select(one => one.Id), cancellation);
        var now = clock.GetCurrentInstant();
        var monitor = new DutyMonitor(krm.Calendar);
        Rows = [.. cases.Select(one => RowOf(monitor, one, completions[one.Id], now))];
    }

    private Row RowOf(DutyMonitor monitor, CaseRecord record, IEnumerable<Completion> completions, Instant now)
    {
        var plan = planning.Plan(krm, record, completions).Result;
        var open = monitor.Check(plan, plan.History, now).Where(status => !status.State.IsSettled()).ToList();
        var next = open.OrderBy(status => status.Duty.DueDate ?? LocalDate.MaxIsoValue).FirstOrDefault();
        var stage = open.Where(status => status.Stage is not null).OrderByDescending(status => status.Stage!.WorkingDays).FirstOrDefault().Stage;
        return new Row(
            record.Id, record.FileNumber, record.Received, record.Category, next.Duty,
            next.Duty is null ? "nichts offen" : next.State.GermanName(),
            next.Duty is null ? "" : StateClasses.Of(next.State),
            stage is null ? "" : $"{stage.Label}: {stage.Notify}");
    }

    /// <summary>A case as the worklist shows it.</summary>
    public sealed record Row(
        string Id, string FileNumber, LocalDate Received, string Category, Duty? Duty, string StateName, string StateClass, string Escalation);
}
