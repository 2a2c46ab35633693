using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Analytics.Tests.Causes;

/// <summary>A backlog of two years by unit and category, into which a test plants causes.</summary>
internal sealed class SimulatedCases
{
    public const int Weeks = 104;

    private readonly List<(LocalDate Day, string[] Values)> _cases = [];
    private readonly Random _random;

    public SimulatedCases(int seed, int total = 3000)
    {
        _random = new Random(seed);
        for (var i = 0; i < total; i++)
        {
            // Uneven shares and a busy spring, so that nothing is as even as the model.
            var week = _random.Next(Weeks);
            week = _random.NextDouble() < 0.25 * Math.Cos(week * Math.PI / 26) ? _random.Next(Weeks / 4) : week;
            Add(week, $"U{(int)(6 * Math.Pow(_random.NextDouble(), 1.5))}", $"C{(int)(8 * Math.Pow(_random.NextDouble(), 1.3))}");
        }
    }

    public static LocalDate FirstDay { get; } = new(2024, 1, 1);

    public static CountPlan Plan { get; } = new(PeriodKind.Week, ["unit", "category"]);

    public IReadOnlyList<(LocalDate Day, string[] Values)> Cases => _cases;

    public SimulatedCases Plant(int firstWeek, int weeks, int perWeek, string unit, string category)
    {
        for (var i = 0; i < weeks * perWeek; i++)
        {
            Add(firstWeek + (i / perWeek), unit == "*" ? $"U{i % 6}" : unit, category);
        }

        return this;
    }

    public CountCube Count()
    {
        var builder = new CountCubeBuilder(Plan);
        foreach (var (day, values) in _cases)
        {
            builder.Add(day, values);
        }

        return builder.Build();
    }

    public CountCube CountWithDatesExchanged(int seed)
    {
        var days = _cases.Select(one => one.Day).ToArray();
        new Random(seed).Shuffle(days);
        var builder = new CountCubeBuilder(Plan);
        for (var i = 0; i < days.Length; i++)
        {
            builder.Add(days[i], _cases[i].Values);
        }

        return builder.Build();
    }

    private void Add(int week, string unit, string category) =>
        _cases.Add((FirstDay.PlusDays((7 * week) + _random.Next(7)), [unit, category]));
}
