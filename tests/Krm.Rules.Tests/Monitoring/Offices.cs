using Krm.Calendar.Holidays;
using Krm.Calendar.OfficeHours;
using Krm.Calendar.WorkingDays;
using NodaTime;

namespace Krm.Rules.Tests.Monitoring;

/// <summary>Office hours for tests.</summary>
internal static class Offices
{
    /// <summary>Hamburg, Monday to Friday 8:00 to 16:00.</summary>
    public static OfficeSchedule Usual { get; } = Enumerable.Range((int)IsoDayOfWeek.Monday, 5)
        .Aggregate(
            new OfficeScheduleBuilder(WorkingDayCalendar.For(Bundesland.Hamburg)),
            (builder, day) => builder.Open((IsoDayOfWeek)day, new LocalTime(8, 0), new LocalTime(16, 0)))
        .Build();
}
