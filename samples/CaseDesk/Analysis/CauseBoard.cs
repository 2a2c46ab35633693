using CaseDesk.Storage;
using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Analytics.Effects;
using Krm.Hosting;
using NodaTime;

namespace CaseDesk.Analysis;

/// <summary>Finds recurring causes and says what measures brought; looks anew once a minute at most.</summary>
public sealed class CauseBoard(CaseStore cases, CountStore counts, MeasureStore measures, KrmProvider krm, IClock clock) : IDisposable
{
    private static readonly Duration Fresh = Duration.FromMinutes(1);

    private readonly SemaphoreSlim _looking = new(1, 1);
    private (Instant At, CountCube Cube, IReadOnlyList<RecurringCause> Causes)? _last;

    /// <summary>The causes, best founded first, and the counts they were found in.</summary>
    public async Task<(CountCube Cube, IReadOnlyList<RecurringCause> Causes)> FindAsync(CancellationToken cancellation)
    {
        await _looking.WaitAsync(cancellation);
        try
        {
            var now = clock.GetCurrentInstant();
            if (_last is not { } last || now - last.At > Fresh)
            {
                var cube = await counts.CountAsync(cancellation);
                _last = last = (now, cube, Detect(cube, await TextsAsync(cancellation)));
            }

            return (last.Cube, last.Causes);
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>Every measure with what it brought; null where nothing can be said yet.</summary>
    public async Task<IReadOnlyList<(Measure Measure, EffectVerification? Effect)>> VerifyAsync(CountCube cube, CancellationToken cancellation)
    {
        var today = clock.TodayInGermany();
        var calendar = krm.Current.Calendar;
        return
        [
            .. (await measures.ListAsync(cancellation)).Select(measure => (
                measure,
                MeasuredSeries.TryCount(cube, measure.Cell, measure.Day, today, calendar) is { } series ? EffectVerifier.Verify(series) : null)),
        ];
    }

    public void Dispose() => _looking.Dispose();

    private IReadOnlyList<RecurringCause> Detect(CountCube cube, IReadOnlyList<CaseText> texts) =>
        new CauseDetector(CauseDetectorOptions.Default with { Calendar = krm.Current.Calendar })
            .Detect(cube, clock.TodayInGermany(), texts);

    /// <summary>Only anonymised texts are looked at for typical words and examples.</summary>
    private async Task<IReadOnlyList<CaseText>> TextsAsync(CancellationToken cancellation)
    {
        var anonymizer = krm.Current.Anonymizer;
        return
        [
            .. (await cases.ListAllAsync(cancellation)).Where(one => one.Category.Length > 0)
                .Select(one => new CaseText(one.Received, [one.Category, one.Place], anonymizer.Anonymize(one.Text).Text)),
        ];
    }
}
