using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes.Patterns;

/// <summary>Where in the year each period lies.</summary>
/// <remarks>Weeks are numbered 0 to 51 by the day of the year of their Thursday, so that a date falls into the same number each year; the last days of the year belong to 51. Months are 0 to 11.</remarks>
internal sealed class YearGrid
{
    private YearGrid(int periodsPerYear, int[] phases, int[] years)
    {
        PeriodsPerYear = periodsPerYear;
        Phases = phases;
        Years = years;
        Starts = [.. Enumerable.Range(0, periodsPerYear).Select(phase =>
            Enumerable.Range(0, phases.Length).Where(i => phases[i] == phase && (i == 0 || phases[i - 1] != phase)).ToArray())];
    }

    /// <summary>52 or 12.</summary>
    public int PeriodsPerYear { get; }

    public int[] Phases { get; }

    public int[] Years { get; }

    /// <summary>For each phase the indexes at which it begins, oldest first.</summary>
    public int[][] Starts { get; }

    public static YearGrid Create(CountPeriod first, int length)
    {
        var isWeek = first.Kind == PeriodKind.Week;
        var phases = new int[length];
        var years = new int[length];
        for (var i = 0; i < length; i++)
        {
            var day = first.Plus(i).Start.PlusDays(isWeek ? 3 : 0);
            phases[i] = isWeek ? Math.Min(51, (day.DayOfYear - 1) / 7) : day.Month - 1;
            years[i] = day.Year;
        }

        return new YearGrid(isWeek ? 52 : 12, phases, years);
    }
}
