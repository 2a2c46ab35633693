using Krm.Calendar.Holidays;

namespace Krm.Calendar.WorkingDays;

/// <summary>The days on which a statutory period may end: no Saturday, Sunday or public holiday.</summary>
/// <remarks>
/// § 193 BGB, § 31 Abs. 3 VwVfG, § 26 Abs. 3 SGB X, § 108 Abs. 3 AO. Office closures and 24 and 31 December do not
/// exist here. Immutable and thread-safe; build once and keep it.
/// </remarks>
public sealed class StatutoryDayCalendar : CombinableDayCalendar<StatutoryDayCalendar>
{
    internal StatutoryDayCalendar(DayReasoning reasoning)
        : base(reasoning)
    {
    }

    /// <inheritdoc/>
    internal override string GermanTerm => "Tag, an dem eine gesetzliche Frist enden kann";

    /// <summary>Monday to Friday except the holidays of a Land and, if given, of a municipality.</summary>
    /// <param name="land">The Land.</param>
    /// <param name="data">Holiday data; null means <see cref="HolidayData.Germany"/>.</param>
    /// <param name="municipality">Municipality in that Land; null makes its municipal holidays uncertain.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="land"/> is not one of the 16.</exception>
    /// <exception cref="ArgumentException">The municipality lies in another Land.</exception>
    public static StatutoryDayCalendar For(Bundesland land, HolidayData? data = null, MunicipalityKey? municipality = null) =>
        new(new DayDefinition(land, data ?? HolidayData.Germany, municipality, WeekPattern.MondayToFriday, []));

    private protected override StatutoryDayCalendar Create(DayReasoning reasoning) => new(reasoning);
}
