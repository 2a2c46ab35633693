using Krm.Calendar.Holidays;

namespace Krm.Calendar.WorkingDays;

/// <summary>The Werktage of a Land: Monday to Saturday except public holidays (§ 3 Abs. 2 BUrlG).</summary>
/// <remarks>Immutable and thread-safe; build once and keep it. Office closures do not exist here.</remarks>
public sealed class WerktagCalendar : CombinableDayCalendar<WerktagCalendar>
{
    internal WerktagCalendar(DayReasoning reasoning)
        : base(reasoning)
    {
    }

    /// <inheritdoc/>
    internal override string GermanTerm => "Werktag";

    /// <summary>Monday to Saturday except the holidays of a Land and, if given, of a municipality.</summary>
    /// <param name="land">The Land.</param>
    /// <param name="data">Holiday data; null means <see cref="HolidayData.Germany"/>.</param>
    /// <param name="municipality">Municipality in that Land; null makes its municipal holidays uncertain.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="land"/> is not one of the 16.</exception>
    /// <exception cref="ArgumentException">The municipality lies in another Land.</exception>
    public static WerktagCalendar For(Bundesland land, HolidayData? data = null, MunicipalityKey? municipality = null) =>
        new(new DayDefinition(land, data ?? HolidayData.Germany, municipality, WeekPattern.MondayToSaturday, []));

    private protected override WerktagCalendar Create(DayReasoning reasoning) => new(reasoning);
}
