using System.Globalization;

namespace Krm.Rules.Serialization;

/// <summary>The text form of periods.</summary>
internal static class PeriodTexts
{
    public static bool IsValid(string text) => TryParse(text, out _, out _);

    public static bool TryParse(string text, out int count, out string unit)
    {
        (count, unit) = (0, "");
        if (text == "at-once")
        {
            unit = "at-once";
            return true;
        }

        foreach (var candidate in new[] { "AT", "WT" })
        {
            if (text.EndsWith(candidate, StringComparison.Ordinal))
            {
                unit = candidate;
                var digits = text.Substring(0, text.Length - 2);
                return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
            }
        }

        if (text.Length < 3 || text[0] != 'P' || "DWMY".IndexOf(text[text.Length - 1]) < 0)
        {
            return false;
        }

        unit = text.Substring(text.Length - 1);
        var number = text.Substring(1, text.Length - 2);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0;
    }
}
