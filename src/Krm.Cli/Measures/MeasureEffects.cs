using Krm.Analytics.Counting;
using Krm.Analytics.Effects;
using Krm.Calendar.WorkingDays;
using Krm.Reporting;
using NodaTime;

namespace Krm.Cli.Measures;

/// <summary>What measures have brought, from the counts of a run.</summary>
internal static class MeasureEffects
{
    /// <param name="measures">The measures.</param>
    /// <param name="cube">The counts.</param>
    /// <param name="asOf">The day that is looked at; periods that are not over then are left out.</param>
    /// <param name="calendar">Whose working days are the exposure.</param>
    public static IEnumerable<EffectFigure> Of(
        IEnumerable<Measure> measures, CountCube cube, LocalDate asOf, WorkingDayCalendar calendar) =>
        measures.Select(measure => MeasuredSeries.TryCount(cube, measure.Cell, measure.Date, asOf, calendar) is { } series
            ? EffectFigure.Of(measure.Name, measure.Date, EffectVerifier.Verify(series))
            : EffectFigure.NotCounted(measure.Name, measure.Date));
}
