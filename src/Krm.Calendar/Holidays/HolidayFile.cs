namespace Krm.Calendar.Holidays;

/// <summary>What one holiday file says, before files are put together.</summary>
internal sealed record HolidayFile(
    string Source,
    string Version,
    IReadOnlyDictionary<Bundesland, string> Laws,
    IReadOnlyList<HolidayArea> Areas,
    IReadOnlyList<HolidayRule> Rules);
