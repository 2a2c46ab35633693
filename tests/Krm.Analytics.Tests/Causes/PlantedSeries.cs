using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using Krm.Analytics.Tests.Causes.Detectors;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Analytics.Tests.Causes;

/// <summary>200 weekly series of ten years with exposure, season, trend and holidays, into 50 of which a cause is planted.</summary>
internal sealed class PlantedSeries
{
    public const int Weeks = 522;
    public const int SeriesCount = 200;
    public const int CausesOfEachKind = 10;

    public static readonly LocalDate FirstDay = new(2014, 1, 6);

    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.For(Bundesland.Hamburg);

    private readonly PlantedWorld _world;

    public PlantedSeries(int seed, PlantedWorld? world = null)
    {
        _world = world ?? PlantedWorld.Usual;
        var random = new Random(seed);
        var chosen = Enumerable.Range(0, SeriesCount).ToArray();
        random.Shuffle(chosen);
        for (var i = 0; i < SeriesCount; i++)
        {
            var rank = Array.IndexOf(chosen, i);
            var cause = rank < 5 * CausesOfEachKind ? Plant(random, (CausePattern)(rank / CausesOfEachKind)) : null;
            Causes.Add(cause);
            Generate(random, cause);
        }
    }

    /// <summary>A planted cause: pattern, first week, length in weeks (of the last occurrence for seasonal ones), rate ratio.</summary>
    public sealed record Cause(CausePattern Pattern, int Start, int Length, double Ratio);

    public List<Cause?> Causes { get; } = [];

    public List<int[]> Counts { get; } = [];

    public List<double[]> Exposures { get; } = [];

    /// <summary>Expected counts without the cause.</summary>
    public List<double[]> Means { get; } = [];

    /// <summary>Variance by mean.</summary>
    public List<double> Dispersions { get; } = [];

    public CountCube Count()
    {
        var builder = new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["series"]));
        for (var i = 0; i < SeriesCount; i++)
        {
            for (var week = 0; week < Weeks; week++)
            {
                builder.Add(FirstDay.PlusWeeks(week), [$"S{i:D3}"], Counts[i][week], (decimal)Exposures[i][week]);
            }
        }

        return builder.Build();
    }

    private static Cause Plant(Random random, CausePattern pattern) => pattern switch
    {
        CausePattern.Burst => new(pattern, random.Next(270, 500), 2 + random.Next(5), 2.5 + (1.5 * random.NextDouble())),
        CausePattern.Shift => new(pattern, random.Next(300, 450), Weeks, 1.5 + (0.7 * random.NextDouble())),
        CausePattern.Seasonal => new(pattern, random.Next(5, 44), 3 + random.Next(3), 2 + random.NextDouble()),
        CausePattern.Trend => new(pattern, random.Next(100, 220), Weeks, 2 + random.NextDouble()),
        _ => new(pattern, 0, Weeks, 1.6 + (0.6 * random.NextDouble())),
    };

    private void Generate(Random random, Cause? cause)
    {
        var level = _world.SmallestLevel * Math.Exp(_world.LogRangeOfLevels * random.NextDouble());
        var rate = 0.02 * Math.Exp(_world.SpreadOfUnits * Draw.Normal(random));
        var phi = 1 + (_world.MostExtraDispersion * random.NextDouble());
        var amplitude = random.Next(2) * _world.Season * random.NextDouble();
        var phase = 2 * Math.PI * random.NextDouble();
        var trend = _world.TrendAYear * (random.NextDouble() - 0.5) / 52;
        var counts = new int[Weeks];
        var exposure = new double[Weeks];
        var means = new double[Weeks];
        for (var week = 0; week < Weeks; week++)
        {
            var monday = FirstDay.PlusWeeks(week);
            var days = Calendar.CountWorkingDays(monday, monday.PlusWeeks(1)) / 5.0;
            exposure[week] = Math.Round(Math.Max(0.1, days) * level / 0.02 * Math.Exp(_world.SpreadOfExposure * Draw.Normal(random)), 2);
            var usual = rate * exposure[week] * Math.Exp((amplitude * Math.Cos((2 * Math.PI * week / 52.18) + phase)) + (trend * week));
            means[week] = usual;
            counts[week] = Draw.NegativeBinomial(random, usual * Effect(cause, week, monday), phi);
        }

        Counts.Add(counts);
        Exposures.Add(exposure);
        Means.Add(means);
        Dispersions.Add(phi);
    }

    private static double Effect(Cause? cause, int week, LocalDate monday) => cause switch
    {
        null => 1,
        { Pattern: CausePattern.Trend } => week < cause.Start ? 1 : Math.Pow(cause.Ratio, (week - cause.Start) / (double)(Weeks - cause.Start)),
        { Pattern: CausePattern.Seasonal } => (monday.DayOfYear / 7) - cause.Start is >= 0 and var past && past < cause.Length ? cause.Ratio : 1,
        _ => week >= cause.Start && week < cause.Start + cause.Length ? cause.Ratio : 1,
    };
}
