using BenchmarkDotNet.Attributes;
using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Benchmarks.Calendar;

/// <summary>Promise: building a calendar takes at most 2 ms and 300 kB.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class CalendarBuildingBenchmarks
{
    private readonly HolidayData _data = HolidayData.Germany;

    private readonly Closure _yearEnd = Closure.EveryYear(new AnnualDate(12, 24), new AnnualDate(12, 31), "Jahreswechsel");

    [Benchmark(Baseline = true)]
    public WorkingDayCalendar WorkingDays() => WorkingDayCalendar.For(Bundesland.Bayern, _data);

    [Benchmark]
    public WerktagCalendar Werktage() => WerktagCalendar.For(Bundesland.Bayern, _data);

    [Benchmark]
    public WorkingDayCalendar WithClosures() => new WorkingDayCalendarBuilder(Bundesland.Bayern).AddClosure(_yearEnd).Build();
}
