using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Krm.Calendar.Deadlines;

/// <summary>A length of time in one unit (Frist): 10 days, 2 weeks, 1½ months, 48 hours, 15 Arbeitstage.</summary>
/// <remarks>
/// Text form: <c>P10D</c>, <c>P2W</c>, <c>P1M</c>, <c>P1Y</c>, <c>P0.5M</c>, <c>P1.5M</c>, <c>PT48H</c>, <c>15AT</c> (Arbeitstage),
/// <c>3WT</c> (Werktage), <c>at-once</c>. A length of 0 does not exist. The longest is 200 years in its unit, for hours ten years.
/// The default value is no period: <see cref="IsDefault"/> is true and a calculation refuses it. Immutable.
/// </remarks>
public readonly struct DeadlinePeriod : IEquatable<DeadlinePeriod>
{
    private const string AtOnceText = "at-once";
    private const int LongestInYears = 200;
    private const int LongestHours = 87_840;

    // Zero only in the default value; at-once counts one.
    private readonly int _count;

    private DeadlinePeriod(DeadlineUnit unit, int count, bool hasHalfMonth)
    {
        Unit = unit;
        _count = count;
        HasHalfMonth = hasHalfMonth;
    }

    /// <summary>The day of receipt itself, for service targets without any time to count.</summary>
    public static DeadlinePeriod AtOnce => new(DeadlineUnit.AtOnce, 1, false);

    /// <summary>Whether this is the default value, which is no period.</summary>
    public bool IsDefault => _count == 0 && !HasHalfMonth;

    /// <summary>The unit.</summary>
    public DeadlineUnit Unit { get; }

    /// <summary>Whole units, from 1; 0 only for the half month alone and for <see cref="AtOnce"/>.</summary>
    public int Count => Unit == DeadlineUnit.AtOnce ? 0 : _count;

    /// <summary>Whether half a month (15 days, counted last: § 189 BGB) follows the whole months.</summary>
    public bool HasHalfMonth { get; }

    /// <summary>A period of whole units.</summary>
    /// <param name="count">Number of units, 1 or more.</param>
    /// <param name="unit">The unit; for <see cref="DeadlineUnit.AtOnce"/> use <see cref="AtOnce"/>.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1 or above the longest, or the unit has no count.</exception>
    public static DeadlinePeriod Of(int count, DeadlineUnit unit)
    {
        int longest = Longest(unit);
        return count >= 1 && count <= longest
            ? new DeadlinePeriod(unit, count, false)
            : throw new ArgumentOutOfRangeException(nameof(count), count, $"A period in {unit} has 1 to {longest} of them.");
    }

    /// <summary>Whole months and half a month, which is counted last (§ 189 Abs. 2 BGB).</summary>
    /// <param name="wholeMonths">Whole months before the half one, 0 or more.</param>
    /// <returns>The period; 0 whole months give 15 days.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or above 2,400.</exception>
    public static DeadlinePeriod WithHalfMonth(int wholeMonths) =>
        wholeMonths >= 0 && wholeMonths <= Longest(DeadlineUnit.Months)
            ? new DeadlinePeriod(DeadlineUnit.Months, wholeMonths, true)
            : throw new ArgumentOutOfRangeException(nameof(wholeMonths), wholeMonths, $"0 to {Longest(DeadlineUnit.Months)} whole months.");

    /// <summary>Reads the text form.</summary>
    /// <param name="text">For example <c>P1M</c>, <c>PT48H</c>, <c>15AT</c>; upper or lower case, no spaces inside.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">Not a period, a length of 0, more than one unit, or longer than 200 years.</exception>
    public static DeadlinePeriod Parse(string text) =>
        TryParse(Guard.NotNull(text), out DeadlinePeriod period)
            ? period
            : throw new FormatException(
                $"{Serialization.SafeEcho.Of(text)} is not a period. Allowed: one unit and a length of at least 1, such as P10D, P2W, P1M, P1Y, P0.5M, P1.5M, PT48H, 15AT (Arbeitstage), 3WT (Werktage) or {AtOnceText}.");

    /// <summary>Reads the text form without an exception.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="period">The period, or the default value where the result is false.</param>
    /// <returns>Whether the text is a period.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out DeadlinePeriod period)
    {
        string upper = (text ?? "").Trim().ToUpperInvariant();
        period = default;
        if (upper == "AT-ONCE")
        {
            period = AtOnce;
            return true;
        }

        return upper.StartsWith("PT", StringComparison.Ordinal) ? TryCount(upper, 2, "H", DeadlineUnit.Hours, out period)
            : upper.Length > 0 && upper[0] == 'P' ? TryMonths(upper, out period)
                || TryCount(upper, 1, "D", DeadlineUnit.Days, out period)
                || TryCount(upper, 1, "W", DeadlineUnit.Weeks, out period)
                || TryCount(upper, 1, "Y", DeadlineUnit.Years, out period)
            : TryCount(upper, 0, "AT", DeadlineUnit.WorkingDays, out period)
                || TryCount(upper, 0, "WT", DeadlineUnit.Werktage, out period);
    }

    /// <summary>Whether two periods have the same unit and length; P7D and P1W differ.</summary>
    /// <param name="left">A period.</param>
    /// <param name="right">Another period.</param>
    /// <returns>True for the same.</returns>
    public static bool operator ==(DeadlinePeriod left, DeadlinePeriod right) => left.Equals(right);

    /// <summary>Whether two periods differ in unit or length.</summary>
    /// <param name="left">A period.</param>
    /// <param name="right">Another period.</param>
    /// <returns>True for different ones.</returns>
    public static bool operator !=(DeadlinePeriod left, DeadlinePeriod right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(DeadlinePeriod other) =>
        Unit == other.Unit && _count == other._count && HasHalfMonth == other.HasHalfMonth;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DeadlinePeriod other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_count * 31) + ((int)Unit * 2) + (HasHalfMonth ? 1 : 0);

    /// <summary>The text form, which <see cref="Parse"/> reads back; empty for the default value.</summary>
    /// <returns>For example <c>P1.5M</c>.</returns>
    public override string ToString()
    {
        string count = _count.ToString(CultureInfo.InvariantCulture);
        return Unit switch
        {
            _ when IsDefault => "",
            DeadlineUnit.Days => $"P{count}D",
            DeadlineUnit.Weeks => $"P{count}W",
            DeadlineUnit.Months => $"P{count}{(HasHalfMonth ? ".5" : "")}M",
            DeadlineUnit.Years => $"P{count}Y",
            DeadlineUnit.Hours => $"PT{count}H",
            DeadlineUnit.WorkingDays => $"{count}AT",
            DeadlineUnit.Werktage => $"{count}WT",
            _ => AtOnceText,
        };
    }

    private static int Longest(DeadlineUnit unit) => unit switch
    {
        DeadlineUnit.Days or DeadlineUnit.WorkingDays or DeadlineUnit.Werktage => LongestInYears * 365,
        DeadlineUnit.Weeks => LongestInYears * 52,
        DeadlineUnit.Months => LongestInYears * 12,
        DeadlineUnit.Years => LongestInYears,
        DeadlineUnit.Hours => LongestHours,
        _ => 0,
    };

    private static bool TryCount(string text, int start, string unitText, DeadlineUnit unit, out DeadlinePeriod period)
    {
        period = default;
        if (!text.EndsWith(unitText, StringComparison.Ordinal)
            || !TryNumber(text, start, text.Length - unitText.Length, out int count)
            || count < 1
            || count > Longest(unit))
        {
            return false;
        }

        period = new DeadlinePeriod(unit, count, false);
        return true;
    }

    private static bool TryMonths(string text, out DeadlinePeriod period)
    {
        const string Half = ".5M";
        if (!text.Replace(',', '.').EndsWith(Half, StringComparison.Ordinal))
        {
            return TryCount(text, 1, "M", DeadlineUnit.Months, out period);
        }

        period = default;
        if (!TryNumber(text, 1, text.Length - Half.Length, out int months) || months > Longest(DeadlineUnit.Months))
        {
            return false;
        }

        period = WithHalfMonth(months);
        return true;
    }

    // The digits in [start, end); at most six of them, so that no length overflows.
    private static bool TryNumber(string text, int start, int end, out int number)
    {
        const int MostDigits = 6;
        number = 0;
        bool isNumber = end > start && end - start <= MostDigits;
        for (int i = start; isNumber && i < end; i++)
        {
            isNumber = text[i] is >= '0' and <= '9';
            number = (10 * number) + (text[i] - '0');
        }

        return isNumber;
    }
}
