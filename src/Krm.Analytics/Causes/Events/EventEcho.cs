using Krm.Analytics.Causes.Patterns;

namespace Krm.Analytics.Causes.Events;

/// <summary>The periods that events touch, and how a series behaves in and around them.</summary>
internal sealed class EventEcho
{
    private readonly double[] _reach;
    private readonly int _around;
    private readonly int _fewestAround;

    /// <param name="reach">How strongly each period is touched.</param>
    /// <param name="around">How many periods before and after a window it is compared with.</param>
    /// <param name="fewestAround">How many of them have to be untouched.</param>
    public EventEcho(double[] reach, int around, int fewestAround)
    {
        _reach = reach;
        _around = around;
        _fewestAround = fewestAround;
        var occurrences = new List<(int, int)>();
        for (var start = 0; start < reach.Length; start++)
        {
            var end = start;
            while (end < reach.Length && reach[end] > 0)
            {
                end++;
            }

            if (end > start)
            {
                occurrences.Add((start, end));
                start = end;
            }
        }

        Occurrences = occurrences;
    }

    /// <summary>Runs of touched periods [start, end).</summary>
    public IReadOnlyList<(int Start, int End)> Occurrences { get; }

    public double[] Factors(double rise) => Array.ConvertAll(_reach, reach => 1 + (rise * reach));

    /// <summary>What came in each occurrence and what would have been usual; occurrences with hardly anything around them are left out.</summary>
    public List<Window> Measure(ReferenceCourse course)
    {
        var windows = new List<Window>();
        foreach (var (start, end) in Occurrences)
        {
            var (around, weight, periods) = (0.0, 0.0, 0);
            for (var i = Math.Max(0, start - _around); i < Math.Min(_reach.Length, end + _around); i++)
            {
                if (_reach[i] == 0)
                {
                    around += course.Counts[i];
                    weight += course.Weights[i];
                    periods++;
                }
            }

            if (periods < _fewestAround || weight <= 0)
            {
                continue;
            }

            var rate = (around + 0.5) / weight;
            var touched = 0.0;
            for (var i = start; i < end; i++)
            {
                touched += rate * course.Weights[i] * _reach[i];
            }

            if (touched > 0)
            {
                windows.Add(new Window(course.Observed(start, end), rate * course.Weight(start, end), touched, around));
            }
        }

        return windows;
    }

    /// <summary>One occurrence.</summary>
    /// <param name="Observed">Cases in it.</param>
    /// <param name="Usual">Cases there would have been without the event.</param>
    /// <param name="Touched">The same weighted with the size of the event.</param>
    /// <param name="Around">Cases the usual ones were learnt from.</param>
    public sealed record Window(double Observed, double Usual, double Touched, double Around);
}
