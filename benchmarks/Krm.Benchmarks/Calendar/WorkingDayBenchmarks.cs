using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Benchmarks.Calendar;

/// <summary>
/// Promise: is, add and count cost the same whatever the distance, allocate nothing, and stay within 1.5 times a bare
/// look-up in a year-month-day grid. "Ready slots" leaves out even the way from the date to the slot. One operation is one date; each invocation answers 1,024 random ones from the middle of the range.
/// </summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class WorkingDayBenchmarks
{
    private const int Dates = 1024;
    private const int Seed = 20260801;

    private readonly WorkingDayCalendar _calendar = WorkingDayCalendar.For(Bundesland.Hamburg);
    private readonly LocalDate[] _starts = new LocalDate[Dates];
    private readonly LocalDate[] _ends = new LocalDate[Dates];
    private readonly LocalDate[] _results = new LocalDate[Dates];
    private readonly int[] _counts = new int[Dates];
    private readonly int[] _startSlots = new int[Dates];
    private readonly int[] _endSlots = new int[Dates];
    private BareTables _bare = null!;

    [Params(1, 60, 2_500)]
    public int Number { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _bare = new BareTables(_calendar);
        Random random = new(Seed);
        LocalDate middle = new(2010, 1, 1);
        for (int i = 0; i < Dates; i++)
        {
            _starts[i] = middle.PlusDays(random.Next(0, 15_000));
            _ends[i] = _starts[i].PlusDays(random.Next(1, (2 * Number) + 1));
            _startSlots[i] = BareTables.SlotOf(_starts[i]);
            _endSlots[i] = BareTables.SlotOf(_ends[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Dates), BenchmarkCategory("Add")]
    public void AddBareTableReadySlots()
    {
        for (int i = 0; i < Dates; i++)
        {
            _results[i] = _bare.Days[_bare.Rank[_startSlots[i] + 1] + Number - 1];
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Dates), BenchmarkCategory("Add")]
    public void AddBareTableSlotFromDate()
    {
        for (int i = 0; i < Dates; i++)
        {
            _results[i] = _bare.Days[_bare.Rank[BareTables.SlotOf(_starts[i]) + 1] + Number - 1];
        }
    }

    [Benchmark(OperationsPerInvoke = Dates), BenchmarkCategory("Add")]
    public void AddWorkingDays()
    {
        for (int i = 0; i < Dates; i++)
        {
            _results[i] = _calendar.AddWorkingDays(_starts[i], Number);
        }
    }

    [Benchmark(OperationsPerInvoke = Dates), BenchmarkCategory("Add")]
    public void AddWorkingDaysSpan() => _calendar.AddWorkingDays(_starts, Number, _results);

    [Benchmark(OperationsPerInvoke = Dates), BenchmarkCategory("Count")]
    public void CountWorkingDays()
    {
        for (int i = 0; i < Dates; i++)
        {
            _counts[i] = _calendar.CountWorkingDays(_starts[i], _ends[i]);
        }
    }

    [Benchmark(OperationsPerInvoke = Dates), BenchmarkCategory("Count")]
    public void CountBareTableReadySlots()
    {
        for (int i = 0; i < Dates; i++)
        {
            _counts[i] = _bare.Rank[_endSlots[i]] - _bare.Rank[_startSlots[i]];
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Dates), BenchmarkCategory("Count")]
    public void CountBareTableSlotFromDate()
    {
        for (int i = 0; i < Dates; i++)
        {
            _counts[i] = _bare.Rank[BareTables.SlotOf(_ends[i])] - _bare.Rank[BareTables.SlotOf(_starts[i])];
        }
    }

    [Benchmark(OperationsPerInvoke = Dates), BenchmarkCategory("Is")]
    public int IsWorkingDay()
    {
        int number = 0;
        for (int i = 0; i < Dates; i++)
        {
            number += _calendar.IsWorkingDay(_starts[i]) ? 1 : 0;
        }

        return number;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Dates), BenchmarkCategory("Is")]
    public int IsBareTableSlotFromDate()
    {
        int number = 0;
        for (int i = 0; i < Dates; i++)
        {
            int slot = BareTables.SlotOf(_starts[i]);
            number += _bare.Rank[slot + 1] != _bare.Rank[slot] ? 1 : 0;
        }

        return number;
    }

    [Benchmark(OperationsPerInvoke = Dates), BenchmarkCategory("Is")]
    public int IsBareTableReadySlots()
    {
        int number = 0;
        for (int i = 0; i < Dates; i++)
        {
            number += _bare.Rank[_startSlots[i] + 1] != _bare.Rank[_startSlots[i]] ? 1 : 0;
        }

        return number;
    }
}
