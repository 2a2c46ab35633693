using Krm.Analytics.Causes;
using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Counting;
using Krm.Analytics.Tests.Causes.Detectors;
using NodaTime;
using Planted = Krm.Analytics.Tests.Causes.PlantedSeries.Cause;

namespace Krm.Analytics.Tests.Causes;

/// <summary>The small form of the simulations in docs/causes.md.</summary>
public class PlantedSeriesTests
{
    private static readonly PlantedSeries Series = new(1);

    [Fact]
    public void Detect_FiftyPlantedCauses_AreFoundNamedAndDated()
    {
        var found = new CauseDetector().Detect(Series.Count())
            .GroupBy(cause => int.Parse(cause.Cell.Coordinates[0].Value[1..], null))
            .ToDictionary(group => group.Key, group => group.ToList());
        var hits = new Dictionary<CausePattern, int>();
        var named = 0;
        var dated = 0;
        var datable = 0;
        foreach (var (i, planted) in Series.Causes.Index().Where(pair => pair.Item is not null && found.ContainsKey(pair.Index)))
        {
            hits[planted!.Pattern] = hits.GetValueOrDefault(planted.Pattern) + 1;
            if (found[i].Find(cause => cause.Pattern == planted.Pattern) is not { } cause)
            {
                continue;
            }

            named++;
            if (planted.Pattern is CausePattern.Burst or CausePattern.Shift or CausePattern.Seasonal)
            {
                datable++;
                dated += WeeksFromStart(planted, cause) <= 3 ? 1 : 0;
            }
        }

        // Bursts are rare and short: over ten years and all cells at once only the larger ones are beyond doubt.
        Assert.InRange(hits[CausePattern.Burst], 4, 10);
        Assert.InRange(hits[CausePattern.Shift], 8, 10);
        Assert.InRange(hits[CausePattern.Seasonal], 8, 10);
        Assert.InRange(hits[CausePattern.Trend], 8, 10);
        Assert.InRange(hits[CausePattern.Chronic], 8, 10);
        Assert.True(named >= 0.8 * hits.Values.Sum(), $"{named} of {hits.Values.Sum()} named");
        Assert.True(dated >= 0.8 * datable, $"{dated} of {datable} dated");
        var falseCells = found.Keys.Count(i => Series.Causes[i] is null);
        Assert.True(falseCells <= 0.1 * found.Count, $"{falseCells} of {found.Count} cells without a cause");
    }

    [Fact]
    public void Score_BurstsAndShifts_AreAlarmedInTime()
    {
        var hits = 0;
        var planted = 0;
        var falseAlarms = 0;
        var years = 0.0;
        foreach (var (i, cause) in Series.Causes.Index().Where(pair => pair.Item is null or { Pattern: CausePattern.Burst or CausePattern.Shift }))
        {
            var scores = SeriesMonitor.Score(Series.Counts[i], 260, null, Series.Exposures[i]);
            var (start, end) = cause is null ? (int.MaxValue, int.MaxValue) : (cause.Start, cause.Start + cause.Length);
            falseAlarms += scores.Count(score => score.IsAlarm && (score.Index < start || score.Index >= end));
            years += scores.Count(score => score.Index < start || score.Index >= end) / 52.18;
            planted += cause is null ? 0 : 1;
            hits += cause is not null && scores.Any(score => score.IsAlarm && score.Index >= start && score.Index < Math.Min(end, start + 26)) ? 1 : 0;
        }

        Assert.True(hits >= 0.8 * planted, $"{hits} of {planted}");
        Assert.True(falseAlarms <= 0.6 * years, $"{falseAlarms} false alarms in {years:F0} years");
    }

    [Theory]
    [InlineData(1.0, 0.0)]
    [InlineData(2.0, 0.0)]
    [InlineData(2.0, 0.5)]
    public void Detect_SeriesWithoutCauses_RarelyFindsAnything(double phi, double season)
    {
        const int Runs = 5;
        var findings = 0;
        for (var run = 1; run <= Runs; run++)
        {
            var random = new Random(run);
            var builder = new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["series"]));
            for (var i = 0; i < 100; i++)
            {
                var mean = 0.3 * Math.Exp(4 * random.NextDouble());
                var phase = 2 * Math.PI * random.NextDouble();
                for (var week = 0; week < 104; week++)
                {
                    var expected = mean * Math.Exp(season * Math.Cos((2 * Math.PI * week / 52.18) + phase));
                    builder.Add(new LocalDate(2022, 1, 3).PlusWeeks(week), [$"S{i}"], Draw.NegativeBinomial(random, expected, phi));
                }
            }

            findings += new CauseDetector().Detect(builder.Build()).Count > 0 ? 1 : 0;
        }

        Assert.InRange(findings, 0, 1);
    }

    private static int WeeksFromStart(Planted planted, RecurringCause cause) => planted.Pattern == CausePattern.Seasonal
        ? Math.Abs((cause.From.PlusDays(3).DayOfYear / 7) - planted.Start)
        : Math.Abs((Period.DaysBetween(PlantedSeries.FirstDay, cause.From) / 7) - planted.Start);
}
