using CaseDesk.Storage;
using Krm.Hosting;
using NodaTime;

namespace CaseDesk.Cases;

/// <summary>Changes cases; what is due next is worked out and stored with each change.</summary>
public sealed class CaseWriting(CaseStore store, CasePlanning planning, ILogger<CaseWriting> logger)
{
    /// <summary>Stores a new case; a second call with the same id changes nothing.</summary>
    public async Task AddAsync(KrmSnapshot krm, CaseRecord record, CancellationToken cancellation)
    {
        var next = CasePlanning.NextOf(planning.Plan(krm, record, []));
        await store.AddAsync(record, next, cancellation);
        CaseLog.Added(logger, record.Id, next.Fingerprint);
    }

    /// <summary>Notes that a duty was done.</summary>
    public async Task CompleteAsync(KrmSnapshot krm, CaseRecord record, Completion done, CancellationToken cancellation)
    {
        var completions = (await store.CompletionsOfAsync([record.Id], cancellation))[record.Id];
        var next = CasePlanning.NextOf(planning.Plan(krm, record, completions.Where(one => one.Duty != done.Duty).Append(done)));
        await store.CompleteAsync(record.Id, done, next, cancellation);
        CaseLog.Completed(logger, record.Id, done.Duty, next.Fingerprint);
    }

    /// <summary>Closes a case.</summary>
    public async Task CloseAsync(CaseRecord record, LocalDate day, CancellationToken cancellation)
    {
        await store.CloseAsync(record.Id, day, cancellation);
        CaseLog.Closed(logger, record.Id);
    }
}
