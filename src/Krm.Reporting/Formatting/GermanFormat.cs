using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Krm.Reporting.Formatting;

/// <summary>Numbers and dates as German readers expect them, the same on every machine.</summary>
/// <remarks>The formats are spelled out here, so that they do not depend on which cultures a machine has installed.</remarks>
internal static class GermanFormat
{
    /// <summary>Stands in for a withheld number.</summary>
    public const string SuppressedMark = "•";

    /// <summary>Stands in for a number that does not exist.</summary>
    public const string EmptyMark = "–";

    private const char NoBreakSpace = '\u00a0';
    private const char Minus = '\u2212';

    private static readonly NumberFormatInfo Numbers = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NegativeSign = Minus.ToString(),
    };

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("dd.MM.uuuu");
    private static readonly LocalDatePattern DayPattern = LocalDatePattern.CreateWithInvariantCulture("dd.MM.");

    private static readonly string[] ShortMonths =
        ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];

    public static string Count(long value) => value.ToString("#,0", Numbers);

    public static string Number(double value, int decimals = 1) =>
        value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('0', decimals), Numbers);

    /// <summary>A share of 1 as percent, never rounded up to 100 or down to 0 when it is neither.</summary>
    public static string Percent(double share, int decimals = 0)
    {
        var percent = share * 100;
        var rounded = Math.Round(percent, decimals, MidpointRounding.AwayFromZero);
        if ((rounded >= 100 && share < 1) || (rounded <= 0 && share > 0))
        {
            decimals++;
            percent = rounded >= 100 ? Math.Min(percent, 99.9) : Math.Max(percent, 0.1);
        }

        return Number(percent, decimals) + NoBreakSpace + "%";
    }

    /// <summary>A relative change as percent with its sign: <c>+12 %</c>, <c>−8 %</c>, <c>±0 %</c>.</summary>
    public static string Change(double change)
    {
        var rounded = (long)Math.Round(change * 100, MidpointRounding.AwayFromZero);
        var sign = rounded > 0 ? "+" : rounded < 0 ? Minus.ToString() : "±";
        return sign + Count(Math.Abs(rounded)) + NoBreakSpace + "%";
    }

    public static string Days(double days) =>
        Number(days, days == Math.Floor(days) ? 0 : 1) + NoBreakSpace + (days == 1 ? "Tag" : "Tage");

    /// <summary>A number of days after "nach": <c>1 Tag</c>, <c>28 Tagen</c>.</summary>
    public static string AfterDays(double days) => Days(days) + (days == 1 ? "" : "n");

    public static string Date(LocalDate date) => DatePattern.Format(date);

    public static string DayAndMonth(LocalDate date) => DayPattern.Format(date);

    public static string ShortMonth(LocalDate date) => ShortMonths[date.Month - 1];

    public static string DateRange(LocalDate from, LocalDate to) => Date(from) + " bis " + Date(to);

    public static string Plural(long count, string one, string many) =>
        Count(count) + NoBreakSpace + (count == 1 ? one : many);
}
