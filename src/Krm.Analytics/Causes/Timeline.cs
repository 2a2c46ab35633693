using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Analytics.Causes;

/// <summary>Which periods the indexes of a series stand for.</summary>
internal sealed record Timeline(PeriodKind Kind, CountPeriod First, int Length, LocalDate LastDay)
{
    public LocalDate StartOf(int index) => First.Plus(index).Start;

    /// <summary>The last day of a period, cut at the day as of which is looked.</summary>
    public LocalDate EndOf(int index) => LocalDate.Min(First.Plus(index).End, LastDay);
}
