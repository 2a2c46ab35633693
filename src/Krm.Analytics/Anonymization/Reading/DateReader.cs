using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Reading;

/// <summary>Reads calendar dates as people write them.</summary>
internal static class DateReader
{
    private const int FirstYear = 1880;
    private const int LastYear = 2099;

    /// <summary>Reads a day, a month and perhaps a year.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">Token at which the date begins.</param>
    /// <param name="year">The year, 0 if none is given; two digits stay as they are.</param>
    /// <returns>Index of the token behind the date, or 0 if there is none.</returns>
    public static int Read(in TokenWindow window, int index, out int year)
    {
        year = 0;
        ref readonly var first = ref window[index];
        if (!first.IsNumber)
        {
            return 0;
        }

        if (first.Length == 4)
        {
            return ReadIso(window, index, out year);
        }

        if (first.Length > 2 || Value(window, index) is < 1 or > 31)
        {
            return 0;
        }

        var next = index + 1;
        var separator = window[next].Symbol;
        var isSeparated = separator is '.' or '/' || window[next].IsHyphen;
        next += isSeparated && window[next].Before <= Spacing.Blank ? 1 : 0;
        ref readonly var month = ref window[next];
        if (month.Before > Spacing.Blank)
        {
            return 0;
        }

        if (month.IsWord && month.Has(WordTraits.Month))
        {
            next += 1 + (window[next + 1].Is('.') ? 1 : 0);
            return ReadYear(window, next, out year) is var behindYear && behindYear > 0 ? behindYear : next;
        }

        if (!isSeparated || !month.IsNumber || month.Length > 2 || Value(window, next) is < 1 or > 12)
        {
            return 0;
        }

        var hasSecond = window[next + 1].Is(separator) && window[next + 1].Before <= Spacing.Blank;
        var behind = hasSecond ? ReadYear(window, next + 2, out year) : 0;
        return behind > 0 ? behind : separator == '.' && hasSecond && !(window[next + 2].IsNumber && window.IsTight(next + 2)) ? next + 2 : 0;
    }

    /// <summary>True if the token is a year of the last and this century.</summary>
    public static bool IsYear(in TokenWindow window, int index) =>
        window[index].IsNumber && window[index].Length == 4 && Value(window, index) is >= FirstYear and <= LastYear;

    private static int ReadIso(in TokenWindow window, int index, out int year)
    {
        year = Value(window, index);
        var isDate = (window[index + 1].IsHyphen || window[index + 1].Symbol is '/' or '.')
            && window[index + 2].IsNumber && Value(window, index + 2) is >= 1 and <= 12
            && window[index + 3].Is(window[index + 1].Symbol)
            && window[index + 4].IsNumber && Value(window, index + 4) is >= 1 and <= 31;
        return isDate && year is >= FirstYear and <= LastYear ? index + 5 : 0;
    }

    private static int ReadYear(in TokenWindow window, int index, out int year)
    {
        year = 0;
        var position = window[index].Symbol is '\'' or '\u2019' or '´' or '`' ? index + 1 : index;
        ref readonly var token = ref window[position];
        if (!token.IsNumber || token.Before > Spacing.Blank || token.Length is not (2 or 4))
        {
            return 0;
        }

        year = Value(window, position);
        return token.Length == 2 || year is >= FirstYear and <= LastYear ? position + 1 : 0;
    }

    private static int Value(in TokenWindow window, int index)
    {
        var value = 0;
        foreach (var digit in window.TextOf(window[index]))
        {
            value = value > 100_000 ? value : (value * 10) + digit - '0';
        }

        return value;
    }
}
