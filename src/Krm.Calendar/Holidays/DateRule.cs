using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Krm.Calendar.Holidays;

/// <summary>The rule by which a holiday finds its day in a year.</summary>
/// <remarks>
/// Four kinds: a fixed day (<c>10-31</c>), a distance from Easter Sunday in days (<c>easter+60</c>), a weekday before a
/// fixed day (<c>wednesday before 11-23</c>) and a single day (<c>2028-06-17</c>).
/// </remarks>
internal sealed class DateRule
{
    private const string EasterWord = "easter";
    private const string BeforeWord = " before ";
    private const int MaximumEasterOffset = 80;

    private static readonly AnnualDatePattern AnnualPattern = AnnualDatePattern.CreateWithInvariantCulture("MM-dd");

    private readonly AnnualDate? _annual;
    private readonly int? _easterOffset;
    private readonly IsoDayOfWeek _weekdayBefore;
    private readonly LocalDate? _single;

    private DateRule(string text, AnnualDate? annual = null, int? easterOffset = null, IsoDayOfWeek weekdayBefore = IsoDayOfWeek.None, LocalDate? single = null)
    {
        Text = text;
        _annual = annual;
        _easterOffset = easterOffset;
        _weekdayBefore = weekdayBefore;
        _single = single;
    }

    /// <summary>The rule as written.</summary>
    public string Text { get; }

    /// <summary>What <see cref="TryParse"/> takes, for messages.</summary>
    public static string Allowed =>
        "'MM-dd', 'easter', 'easter+N' or 'easter-N' (N up to 80), '<weekday> before MM-dd' with an English weekday, or a single day 'yyyy-MM-dd'";

    /// <summary>Reads a rule; null where the text is none.</summary>
    public static DateRule? TryParse(string text)
    {
        if (text.StartsWith(EasterWord, StringComparison.Ordinal))
        {
            return ParseEasterOffset(text.Substring(EasterWord.Length)) is { } offset ? new DateRule(text, easterOffset: offset) : null;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true } single)
        {
            return new DateRule(text, single: single.Value);
        }

        int before = text.IndexOf(BeforeWord, StringComparison.Ordinal);
        IsoDayOfWeek weekday = before < 0 ? IsoDayOfWeek.None : ParseWeekday(text.Substring(0, before));
        string annual = before < 0 ? text : text.Substring(before + BeforeWord.Length);
        return AnnualPattern.Parse(annual) is { Success: true } day && (before < 0) == (weekday == IsoDayOfWeek.None)
            ? new DateRule(text, annual: day.Value, weekdayBefore: weekday)
            : null;
    }

    /// <summary>The day in a year; null where the year has none (another year's single day, 29 February).</summary>
    public LocalDate? In(int year)
    {
        if (_easterOffset is { } offset)
        {
            return EasterSunday.Of(year).PlusDays(offset);
        }

        if (_single is { } single)
        {
            return single.Year == year ? single : null;
        }

        AnnualDate annual = _annual!.Value;
        if (!annual.IsValidYear(year))
        {
            return null;
        }

        LocalDate day = annual.InYear(year);
        return _weekdayBefore == IsoDayOfWeek.None ? day : day.Previous(_weekdayBefore);
    }

    private static int? ParseEasterOffset(string text) =>
        text.Length == 0
            ? 0
            : text[0] is '+' or '-'
                && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int offset)
                && Math.Abs(offset) <= MaximumEasterOffset
                ? offset
                : null;

    private static IsoDayOfWeek ParseWeekday(string text) => text switch
    {
        "monday" => IsoDayOfWeek.Monday,
        "tuesday" => IsoDayOfWeek.Tuesday,
        "wednesday" => IsoDayOfWeek.Wednesday,
        "thursday" => IsoDayOfWeek.Thursday,
        "friday" => IsoDayOfWeek.Friday,
        "saturday" => IsoDayOfWeek.Saturday,
        "sunday" => IsoDayOfWeek.Sunday,
        _ => IsoDayOfWeek.None,
    };
}
