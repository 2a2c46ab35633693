using Krm.Analytics.Causes.Events;
using Krm.Analytics.Counting;
using Krm.Analytics.Tests.Causes.Detectors;
using NodaTime;

namespace Krm.Analytics.Tests.Causes.Events;

/// <summary>Five years of counts in ten categories, one of which answers the mailing of fee notices, whose day moves through the spring.</summary>
internal sealed class EventBacklog
{
    public const string Mailing = "Abfallgebührenbescheide";
    public const string Category = "Abfall";
    private const int Weeks = 260;
    private static readonly CountPeriod First = CountPeriod.Of(PeriodKind.Week, new LocalDate(2021, 1, 4));

    private readonly Random _random;
    private readonly Dictionary<string, int[]> _counts = [];

    public EventBacklog(int seed)
    {
        _random = new Random(seed);
        foreach (var category in Enumerable.Range(1, 9).Select(i => $"C{i}").Append(Category))
        {
            _counts[category] = [.. Enumerable.Range(0, Weeks).Select(_ => Draw.NegativeBinomial(_random, 8, 1.3))];
        }
    }

    /// <summary>The mailings of five years and the one to come.</summary>
    public static EventCalendar Calendar { get; } = new(
        new[] { "2021-02-10", "2022-05-04", "2023-03-15", "2024-06-05", "2025-04-09", "2026-02-18" }
            .Select(day => new CalendarEvent(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, Mailing)));

    public static LocalDate End => First.Plus(Weeks - 1).End;

    public IReadOnlyList<int> this[string category] => _counts[category];

    public static CountPeriod FirstPeriod => First;

    /// <summary>Adds cases for some weeks after each mailing.</summary>
    public EventBacklog Echo(int weeks, double perWeek, EventCalendar? calendar = null)
    {
        foreach (var mailing in (calendar ?? Calendar).Events)
        {
            var index = CountPeriod.Of(PeriodKind.Week, mailing.Day).Number - First.Number;
            for (var week = index; week < Math.Min(Weeks, index + weeks); week++)
            {
                _counts[Category][week] += Draw.Poisson(_random, perWeek * mailing.Size);
            }
        }

        return this;
    }

    public EventBacklog Burst(LocalDate day, int weeks, int perWeek)
    {
        var index = CountPeriod.Of(PeriodKind.Week, day).Number - First.Number;
        for (var week = index; week < index + weeks; week++)
        {
            _counts[Category][week] += perWeek;
        }

        return this;
    }

    public CountCube Count()
    {
        var builder = new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["category"]));
        foreach (var (category, counts) in _counts)
        {
            for (var week = 0; week < Weeks; week++)
            {
                builder.Add(First.Plus(week), [category], counts[week]);
            }
        }

        return builder.Build();
    }
}
