using CaseDesk.Storage;
using CsvHelper;
using Krm.Hosting;
using Microsoft.Extensions.Options;

namespace CaseDesk.Cases;

/// <summary>Fills an empty database at start with a backlog as <c>krm demo</c> writes it, if the setting <c>Import</c> names one.</summary>
public sealed class BacklogImport(
    IConfiguration configuration, IOptions<DeskOptions> options, KrmProvider provider, CaseStore store, CasePlanning planning,
    ILogger<BacklogImport> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["Import"] is not { Length: > 0 } file || (await store.CountAsync(cancellationToken)).All > 0)
        {
            return;
        }

        using var reader = CsvReader.Create(File.OpenRead(file), CsvReaderOptions.Default);
        var cases = Read(reader).ToList();
        await store.AddAllAsync(cases, cancellationToken);
        CaseLog.Imported(logger, cases.Count);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<(CaseRecord Record, IReadOnlyList<Completion> Completions, NextDuty Next)> Read(CsvReader reader)
    {
        reader.ReadHeader();
        var columns = reader.Headers!.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index);
        string Cell(string column) => columns.TryGetValue(column, out var index) ? reader.GetString(index) : "";
        var krm = provider.Current;
        var number = 0;
        while (reader.Read())
        {
            var received = Days.Read(Cell("received"));
            var facts = IntakeForm.Inputs(planning.RuleSetOn(krm, received))
                .Where(fact => Cell(fact.Name).Length > 0)
                .ToDictionary(fact => fact.Name, fact => (string?)Cell(fact.Name));
            var closed = Cell("closed") is { Length: > 0 } day ? Days.Read(day) : (NodaTime.LocalDate?)null;
            var place = options.Value.Places.Contains(Cell("ortsteil")) ? Cell("ortsteil") : "";
            var record = new CaseRecord(Cell("id"), ++number, received, facts, place, Cell("label"), false, Cell("text"), closed);
            IReadOnlyList<Completion> completions =
                Cell("bestaetigt") is { Length: > 0 } acknowledged ? [new Completion("eingangsbestaetigung", Days.Read(acknowledged))] : [];
            yield return (record, completions, CasePlanning.NextOf(planning.Plan(krm, record, completions)));
        }
    }
}
