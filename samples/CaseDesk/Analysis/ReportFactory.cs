using CaseDesk.Cases;
using CaseDesk.Storage;
using Krm.Hosting;
using Krm.Reporting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace CaseDesk.Analysis;

/// <summary>Makes the anonymised report of all cases.</summary>
public sealed class ReportFactory(
    CaseStore cases, CauseBoard board, CasePlanning planning, IOptions<DeskOptions> options, IClock clock)
{
    /// <summary>The figures of the report as of today.</summary>
    public async Task<ReportData> CreateAsync(KrmSnapshot krm, CancellationToken cancellation)
    {
        var builder = new ReportBuilder(new ReportOptions
        {
            AsOf = clock.TodayInGermany(),
            Organization = options.Value.Authority,
            Versions = [.. krm.Version.Parts.Select(part => new ReportVersion(part.Kind.ToString(), $"{part.Id} {part.Version} ({part.Fingerprint})"))],
        });
        foreach (var record in await cases.ListAllAsync(cancellation))
        {
            var plan = planning.Plan(krm, record, []).Result;
            builder.Add(ReportCase.Of(plan) with
            {
                Kind = record.Facts.GetValueOrDefault(options.Value.KindFact),
                Unit = record.Facts.GetValueOrDefault(options.Value.UnitFact),
                Category = record.Category,
                Closed = record.Closed,
            });
        }

        var (cube, causes) = await board.FindAsync(cancellation);
        foreach (var cause in causes)
        {
            builder.Add(CauseFigure.Of(cause, cube));
        }

        foreach (var (measure, effect) in await board.VerifyAsync(cube, cancellation))
        {
            builder.Add(effect is null
                ? EffectFigure.NotCounted(measure.Name, measure.Day)
                : EffectFigure.Of(measure.Name, measure.Day, effect));
        }

        return builder.Build();
    }
}
