using CaseDesk.Storage;
using Krm.Hosting;
using Krm.Rules;

namespace CaseDesk.Cases;

/// <summary>Works out anew what is next for every open case when rule set or holidays have changed.</summary>
public sealed class ReplanningService(
    KrmProvider provider, CaseStore store, CasePlanning planning, TimeProvider time, ILogger<ReplanningService> logger) : BackgroundService
{
    private const int CasesAtOnce = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var done = "";
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var krm = provider.Current;
            if (krm.Version.Fingerprint == done)
            {
                continue;
            }

            try
            {
                await ReplanAsync(krm, stoppingToken);
                done = krm.Version.Fingerprint;
            }
            catch (Exception exception) when (exception is System.Data.Common.DbException or CaseFactsException)
            {
                CaseLog.ReplanningFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReplanAsync(KrmSnapshot krm, CancellationToken cancellation)
    {
        long count = 0;
        await foreach (var (record, completions) in store.ListStaleAsync(krm.Version.Fingerprint, CasesAtOnce, cancellation))
        {
            await store.SetNextAsync(record.Id, CasePlanning.NextOf(planning.Plan(krm, record, completions)), cancellation);
            count++;
        }

        if (count > 0)
        {
            CaseLog.Replanned(logger, count, krm.Version.Fingerprint);
        }
    }
}
