using Krm.Calendar.Holidays;
using Krm.Calendar.WorkingDays;

namespace Krm.Hosting.Loading;

/// <summary>Where an office lies and when it works.</summary>
internal sealed record OfficePlace(Bundesland Land, HolidayData Holidays, WorkingDayCalendar Calendar);
