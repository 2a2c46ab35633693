using Krm.Analytics.Causes.Patterns;
using Krm.Analytics.Statistics;

namespace Krm.Analytics.Causes.Events;

/// <summary>Looks for the echo of events: more cases in the periods after each of them than around.</summary>
/// <remarks>
/// Like <see cref="SeasonalScan"/>, but the windows move with the events. Each is compared with the quarter before and after it,
/// as far as no event of the kind touches it. The largest occurrence is left out of the test, so that a single outbreak never makes
/// an event guilty; where it stands out even from the others it is left out of the size of the echo as well, so that it is
/// reported as what it is.
/// </remarks>
internal static class EventScan
{
    private const double LeastRatio = 1.3;
    private const double ClearRatio = 1.15;
    private const double ShareOfClearOccurrences = 0.7;
    private const double Exceptional = 0.01;
    private const int FewestPeriodsAround = 4;

    private static readonly int[] WeekDurations = [1, 2, 3, 4, 6, 8];
    private static readonly int[] MonthDurations = [1, 2];

    /// <summary>The most certain echo, or <see langword="null"/> if there is none.</summary>
    public static EventPeak? FindBest(IReadOnlyList<ReferenceCourse> courses, EventSchedule schedule, int periodsPerYear)
    {
        var isWeek = periodsPerYear == 52;
        var durations = isWeek ? WeekDurations : MonthDurations;
        var lags = isWeek ? 3 : 2;
        EventPeak? best = null;
        for (var lag = 0; lag < lags; lag++)
        {
            foreach (var duration in durations)
            {
                var echo = new EventEcho(schedule.Reach(lag, duration, courses[0].Length), periodsPerYear / 4, FewestPeriodsAround);
                if (echo.Occurrences.Count < 2)
                {
                    continue;
                }

                var (p, rise, logVariance) = (0.0, double.PositiveInfinity, 0.0);
                foreach (var course in courses)
                {
                    var (one, oneRise, variance) = Test(course, echo);
                    p = Math.Max(p, one * lags * durations.Length);
                    (rise, logVariance) = oneRise < rise ? (oneRise, variance) : (rise, logVariance);
                }

                if (p < (best?.PValue ?? 0.05))
                {
                    best = new EventPeak(schedule, lag, duration, rise, logVariance, p, echo.Occurrences);
                }
            }
        }

        return best;
    }

    private static (double P, double Rise, double LogVariance) Test(ReferenceCourse course, EventEcho echo)
    {
        var windows = echo.Measure(course);
        var (observed, usual) = (windows.Sum(window => window.Observed), windows.Sum(window => window.Usual));
        if (windows.Count < 2 || observed < LeastRatio * usual
            || windows.Count(window => window.Observed > ClearRatio * window.Usual) is var clear && (clear < 2 || clear < ShareOfClearOccurrences * windows.Count))
        {
            return (1, 0, 0);
        }

        var largest = windows.MaxBy(window => window.Observed - window.Usual)!;
        var rest = windows.Where(window => !ReferenceEquals(window, largest)).ToList();
        var (restObserved, restUsual) = (rest.Sum(window => window.Observed), rest.Sum(window => window.Usual));
        var riseOfRest = Math.Max(0, restObserved - restUsual) / rest.Sum(window => window.Touched);
        var rise = (observed - usual) / windows.Sum(window => window.Touched);
        var noise = course.NoiseOfWeights * rest.Sum(window => window.Usual * (1 + (window.Usual / Math.Max(1, window.Around)))) / restUsual;
        noise *= course.Explain(echo.Factors(rise)).Dispersion(0, 0);
        if (windows.Count > 2 && CountTails.MidP((long)largest.Observed, largest.Usual + (riseOfRest * largest.Touched), noise) < Exceptional)
        {
            rise = riseOfRest;
        }

        return (CountTails.MidP((long)restObserved, restUsual, noise), rise, noise * ((1 / observed) + (1 / windows.Sum(window => window.Around + 1))));
    }
}
