namespace Krm.Calendar.Holidays;

/// <summary>Where a holiday applies.</summary>
public enum HolidayScope
{
    /// <summary>In the whole Land.</summary>
    Land,

    /// <summary>Only in some municipalities of the Land.</summary>
    Municipality,
}
