using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Analytics.Causes;

/// <summary>Which periods the indexes of a series stand for.</summary>
internal sealed record Timeline(PeriodKind Kind, CountPeriod First, int Length, LocalDate LastDay)
{
    /// <summary>Whether a run of periods that ends before this index reaches the present; a period that has only begun does not count.</summary>
    public bool IsOngoing(int end) => end == Length || (end == Length - 1 && First.Plus(Length - 1).End > LastDay);

    public LocalDate StartOf(int index) => First.Plus(index).Start;

    /// <summary>The last day of a period, cut at the day as of which is looked.</summary>
    public LocalDate EndOf(int index) => LocalDate.Min(First.Plus(index).End, LastDay);
}
