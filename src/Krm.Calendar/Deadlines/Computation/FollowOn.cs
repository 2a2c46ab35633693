using NodaTime;

namespace Krm.Calendar.Deadlines.Computation;

/// <summary>What a period inherits from the one it follows in a chain.</summary>
internal static class FollowOn
{
    /// <summary>The next period starts after the last day of the one before; its start is an event, its place and office are the same.</summary>
    public static DeadlineSpec Of(DeadlineSpec first, LocalDate start, DeadlinePeriod period) =>
        new(first.Regime, start, first.Land, period)
        {
            Municipality = first.Municipality,
            RecipientLand = first.RecipientLand,
            RecipientMunicipality = first.RecipientMunicipality,
            Pauses = first.Pauses,
            Closures = first.Closures,
            ReminderWorkingDays = first.ReminderWorkingDays,
            Policies = new()
            {
                EndShift = first.Policies.EndShift,
                HolidayPlace = first.Policies.HolidayPlace,
                MunicipalHolidays = first.Policies.MunicipalHolidays,
            },
        };
}
