using BenchmarkDotNet.Attributes;
using Krm.Calendar.Deadlines;
using Krm.Calendar.Holidays;
using NodaTime;

namespace Krm.Benchmarks.Deadlines;

/// <summary>Promise: 5 million deadlines a second on one core without steps and allocation, 500,000 with steps.</summary>
[MemoryDiagnoser]
[MinColumn]
public class DeadlineBenchmarks
{
    private const int Days = 1_024;

    private static readonly DeadlineCalculator Calculator = new();
    private static readonly LocalDate[] EventDays = [.. Enumerable.Range(0, Days).Select(i => new LocalDate(2024, 1, 1).PlusDays(i))];

    private static readonly DeadlineSpec Remedy = new(DeadlineRegime.VwVfG, EventDays[0], Bundesland.Berlin, DeadlinePeriod.Parse("P1M"));

    private static readonly DeadlineSpec Posted = new(DeadlineRegime.Ao, EventDays[0], Bundesland.NordrheinWestfalen, DeadlinePeriod.Parse("P1M")) { Kind = DeadlineEventKind.Posted };

    private static readonly DeadlineSpec Target = new(DeadlineRegime.Service, EventDays[0], Bundesland.Hamburg, DeadlinePeriod.Parse("15AT"));

    // A Land whose municipal holidays are unknown is computed twice.
    private static readonly DeadlineSpec Doubtful = new(DeadlineRegime.VwVfG, EventDays[0], Bundesland.Bayern, DeadlinePeriod.Parse("P1M"));

    private static readonly DeadlineSpec[] PostedSpecs = [.. EventDays.Select(day => Posted with { EventDay = day })];

    /// <summary>What anybody would write first: a month later, then on while it is a weekend; no holidays, no law.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Days)]
    public int MonthAndWeekendInNodaTime()
    {
        int sum = 0;
        foreach (LocalDate day in EventDays)
        {
            LocalDate end = day.PlusMonths(1);
            while (end.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            {
                end = end.PlusDays(1);
            }

            sum += end.Day;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Days)]
    public int LastDayOfRemedy() => Sum(Remedy);

    [Benchmark(OperationsPerInvoke = Days)]
    public int LastDayOfPostedTaxAct() => Sum(Posted);

    [Benchmark(OperationsPerInvoke = Days)]
    public int LastDayOfServiceTarget() => Sum(Target);

    [Benchmark(OperationsPerInvoke = Days)]
    public int LastDayWithUnknownMunicipality() => Sum(Doubtful);

    [Benchmark(OperationsPerInvoke = Days)]
    public int StepsOfPostedTaxAct()
    {
        int sum = 0;
        foreach (DeadlineSpec spec in PostedSpecs)
        {
            sum += Calculator.Calculate(spec).Steps.Count;
        }

        return sum;
    }

    private static int Sum(DeadlineSpec spec)
    {
        int sum = 0;
        foreach (LocalDate day in EventDays)
        {
            sum += Calculator.GetLastDay(spec, day)!.Value.Day;
        }

        return sum;
    }
}
