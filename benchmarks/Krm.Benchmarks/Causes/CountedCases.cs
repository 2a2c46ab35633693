using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Benchmarks.Causes;

/// <summary>Cases of ten years in 40 units and 25 categories, as they come out of a database.</summary>
internal sealed class CountedCases
{
    private static readonly string[] Units = [.. Enumerable.Range(0, 40).Select(i => $"Amt {i}")];
    private static readonly string[] Categories = [.. Enumerable.Range(0, 25).Select(i => $"Anliegen {i}")];
    private readonly LocalDate[] _days;
    private readonly byte[] _units;
    private readonly byte[] _categories;

    private CountedCases(int number)
    {
        _days = new LocalDate[number];
        _units = new byte[number];
        _categories = new byte[number];
    }

    public static CountedCases Create(int number)
    {
        var cases = new CountedCases(number);
        var random = new Random(1);
        var first = new LocalDate(2015, 1, 5);
        for (var i = 0; i < number; i++)
        {
            cases._days[i] = first.PlusDays(random.Next(3650));
            cases._units[i] = (byte)random.Next(Units.Length);
            cases._categories[i] = (byte)random.Next(Categories.Length);
        }

        return cases;
    }

    /// <summary>What a host would write by hand: without check, order or plan.</summary>
    public int CountIntoDictionary(int number)
    {
        var counts = new Dictionary<(int Week, string Unit, string Category), int>();
        for (var i = 0; i < number; i++)
        {
            var key = (_days[i].ToDateOnly().DayNumber / 7, Units[_units[i]], Categories[_categories[i]]);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts.Count;
    }

    public int CountIntoCube(int number)
    {
        var builder = new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["unit", "category"]));
        var values = new string[2];
        for (var i = 0; i < number; i++)
        {
            values[0] = Units[_units[i]];
            values[1] = Categories[_categories[i]];
            builder.Add(_days[i], values);
        }

        return builder.Build().Rows.Count;
    }
}
