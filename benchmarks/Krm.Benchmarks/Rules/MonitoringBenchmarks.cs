using BenchmarkDotNet.Attributes;
using Krm.Calendar.Holidays;
using Krm.Calendar.OfficeHours;
using Krm.Calendar.WorkingDays;
using Krm.Rules.Monitoring;
using NodaTime;

namespace Krm.Benchmarks.Rules;

/// <summary>Looking at a million open plans of Harburg at one instant.</summary>
/// <remarks>Promise: at most one second on one core.</remarks>
[MemoryDiagnoser]
public class MonitoringBenchmarks
{
    private const int Plans = 1_000_000;
    private readonly DutyMonitor _monitor = new(Office());
    private readonly Instant _moment = Instant.FromUtc(2025, 6, 16, 9, 0);
    private MonitoredCase[] _cases = [];

    [GlobalSetup]
    public void Plan()
    {
        var cases = new HarburgCases();
        var open = cases.Facts.Where(facts => cases.Evaluator.Evaluate(facts).IsApplicable).ToArray();
        _cases = new MonitoredCase[Plans];
        for (var index = 0; index < Plans; index++)
        {
            _cases[index] = new MonitoredCase(cases.Evaluator.Evaluate(open[index % open.Length]), CaseHistory.Empty);
        }
    }

    [Benchmark(Baseline = true)]
    public long Count() => _monitor.CheckBacklog(_cases, _moment).Cases;

    [Benchmark]
    public long CountAndWarn()
    {
        long warnings = 0;
        _monitor.CheckBacklog(_cases, _moment, _ => warnings++);
        return warnings;
    }

    private static OfficeSchedule Office()
    {
        var builder = new OfficeScheduleBuilder(WorkingDayCalendar.For(Bundesland.Hamburg));
        foreach (var day in Enumerable.Range((int)IsoDayOfWeek.Monday, 5))
        {
            builder.Open((IsoDayOfWeek)day, new LocalTime(8, 0), new LocalTime(16, 0));
        }

        return builder.Build();
    }
}
