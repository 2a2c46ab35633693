using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Causes.Patterns;
using Krm.Analytics.Counting;

namespace Krm.Analytics.Causes.Events;

/// <summary>By what the events of a calendar multiply the cases of a series, learnt from its past.</summary>
/// <param name="Factors">For each period from the first of the series on, also beyond its end; 1 where nothing is due.</param>
/// <param name="LogVariances">Variance of the logarithm of each factor.</param>
internal sealed record EventCourse(double[] Factors, double[] LogVariances)
{
    private const double Level = 0.05;

    /// <summary>Takes the kind with the most certain echo first, then what is certain of the others beside it.</summary>
    public static EventCourse Learn(int[] counts, double[] exposure, CountPeriod first, EventCalendar calendar, int length)
    {
        var isWeek = first.Kind == PeriodKind.Week;
        var usual = SeasonalExpectation.Fit(counts, exposure, 0, counts.Length, isWeek ? 52.1775 : 12);
        List<ReferenceCourse> courses =
        [
            ReferenceCourse.OfExposure(counts, [.. Enumerable.Range(0, counts.Length).Select(i => exposure[i] * usual.SeasonalFactor(i))]),
        ];
        var course = new EventCourse([.. Enumerable.Repeat(1.0, length)], new double[length]);
        var open = EventSchedule.Of(calendar, first, counts.Length).ToList();
        var kinds = open.Count;
        while (open.Select(schedule => EventScan.FindBest(courses, schedule, isWeek ? 52 : 12)).OfType<EventPeak>().MinBy(echo => echo.PValue) is { } best
            && best.PValue * kinds <= Level)
        {
            open.Remove(best.Schedule);
            courses = [courses[0].Explain(best.Factors(counts.Length))];
            var factors = best.Factors(length);
            for (var i = 0; i < length; i++)
            {
                course.Factors[i] *= factors[i];
                course.LogVariances[i] += factors[i] > 1 ? best.LogVariance : 0;
            }
        }

        return course;
    }
}
