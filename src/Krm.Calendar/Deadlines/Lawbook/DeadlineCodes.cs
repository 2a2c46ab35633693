using Krm.Calendar.Deadlines.Policies;

namespace Krm.Calendar.Deadlines.Lawbook;

/// <summary>The words for enumeration values in files, tables and on the command line; one list each, both ways.</summary>
internal static class DeadlineCodes
{
    public static readonly CodeTable<DeadlineRegime> Regimes = new(
        ["service", "BGB", "VwVfG", "SGBX", "AO", "ZPO", "VwGO", "SGG", "FGO", "VwZG", "OZG", "EU1182"]);

    public static readonly CodeTable<DeadlineEventKind> EventKinds = new(
        ["event", "day-start", "posted", "email", "portal-retrieved", "portal-available", "public-notice", "served", "abroad", "appointment", "fixed-day"]);

    public static readonly CodeTable<DeadlineDirection> Directions = new(["forward", "backward"]);

    public static readonly CodeTable<DeadlineConfidence> Confidences = new(["low", "medium", "high"]);

    public static readonly CodeTable<DeadlinePurpose> Purposes = new(["act", "duration", "benefit", "waiting"]);

    public static readonly CodeTable<EndShift> Shifts = new(["no", "next", "previous"]);

    public static readonly CodeTable<HolidayPlace> Places = new(["authority", "recipient", "both"]);

    public static readonly CodeTable<MunicipalHolidays> MunicipalHolidays = new(["both", "require", "kept", "not-kept"]);

    public static readonly CodeTable<HourCounting> Hours = new(["all", "without-free-days", "from-next-full-hour", "service-hours", "next-service-day"]);

    public static readonly CodeTable<ExtensionOrigin> ExtensionOrigins = new(["shifted", "unshifted"]);

    public static readonly CodeTable<PublicNoticeDay> PublicNoticeDays = new(["last-day", "day-after"]);

    public static readonly CodeTable<BackwardModel> BackwardModels = new(["full-days", "general-meeting"]);

    public static readonly CodeTable<AlternativeKind> AlternativeKinds = new(["safe-to-meet", "not-late-before", "other-view"]);

    public static readonly CodeTable<FictionCertainty> Certainties = new(["certain", "unverified", "unknown"]);

    public static readonly CodeTable<FictionTransition> Transitions = new(["none", "settled", "open"]);

    public static readonly CodeTable<MonthPart> MonthParts = new(["beginning", "middle", "end"]);

    public static readonly CodeTable<RuleTopic> Topics = new(
        ["startAfterEvent", "startOfDay", "days", "weeksMonthsYears", "monthEnd", "halfMonth", "hours", "shift", "namedDayWithNotice", "benefitPeriod", "duration", "appointment", "extension", "pause", "backward", "nonContiguous", "monthPart", "twoWorkingDays", "workingDays"]);
}
