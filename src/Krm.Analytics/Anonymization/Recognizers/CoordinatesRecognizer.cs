using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Geographic coordinates: decimal degrees, degrees with minutes and seconds, UTM.</summary>
internal static class CoordinatesRecognizer
{
    private const int FewestDecimals = 4;
    private const int LongestGap = 6;

    /// <summary>A pair of coordinates that begins at this number or hemisphere letter.</summary>
    public static Finding Match(in TokenWindow window, int index, bool isLabelled)
    {
        var text = window.Text;
        var start = window[index].Start;
        if (CharacterTable.IsDigit(text[start]) && !CompactReader.IsNumberStart(text, start))
        {
            return default;
        }

        if (Utm(window, index) is { IsPresent: true } utm)
        {
            return utm;
        }

        var first = ReadAngle(text, start, out var firstProof);
        if (first == 0)
        {
            return default;
        }

        var next = SkipGap(text, first);
        var second = next == 0 ? 0 : ReadAngle(text, next, out var secondProof) is var end && end > 0 && (firstProof == secondProof || isLabelled || secondProof) ? end : 0;
        if (second > 0 && (firstProof || isLabelled))
        {
            var isNegative = start > 0 && text[start - 1] == '-' && (start == 1 || text[start - 2] is ' ' or '(' or '\n');
            return new Finding(PersonalDataKind.Coordinates, isNegative ? start - 1 : start, second);
        }

        return isLabelled && firstProof ? new Finding(PersonalDataKind.Coordinates, start, first) : default;
    }

    /// <summary>Zone, band, easting, northing: "32U 366000 5621000".</summary>
    private static Finding Utm(in TokenWindow window, int index)
    {
        ref readonly var band = ref window[index + 1];
        ref readonly var easting = ref window[index + 2];
        ref readonly var northing = ref window[index + 3];
        var isUtm = window[index].IsNumber && window[index].Length <= 2 && band.IsWord && band.Before <= Spacing.Blank && band.Length is 1 or 3 && band.Shape is WordShape.Initial or WordShape.Upper
            && easting.IsNumber && easting.Before == Spacing.Blank && northing.IsNumber && northing.Before == Spacing.Blank && easting.Length is >= 4 and <= 7 && northing.Length is >= 4 and <= 7;
        return isUtm ? new Finding(PersonalDataKind.Coordinates, window[index].Start, northing.End) : default;
    }

    /// <summary>Reads one angle; <paramref name="isProof"/> tells whether its form alone says that it is one.</summary>
    private static int ReadAngle(ReadOnlySpan<char> text, int start, out bool isProof)
    {
        isProof = false;
        var index = start;
        var hasHemisphere = IsHemisphere(text, index);
        index += hasHemisphere ? 1 : 0;
        while (index < text.Length && index - start < 4 && text[index] is ' ' or '-' or '+' or ':')
        {
            index++;
        }

        var degrees = Digits(text, ref index);
        if (degrees is 0 or > 3)
        {
            return 0;
        }

        var decimals = 0;
        if (index + 1 < text.Length && text[index] is '.' or ',' && CharacterTable.IsDigit(text[index + 1]))
        {
            index++;
            decimals = Digits(text, ref index);
        }

        if (decimals > 15)
        {
            return 0;
        }

        var hasSign = ReadMinutes(text, ref index);
        var end = index;
        while (index < text.Length && index - end < 2 && text[index] == ' ')
        {
            index++;
        }

        if (!hasHemisphere && (hasSign || decimals >= FewestDecimals) && IsHemisphere(text, index) && CompactReader.IsBoundary(text, index + 1))
        {
            hasHemisphere = true;
            end = index + 1;
        }

        isProof = decimals >= FewestDecimals || (hasSign && (hasHemisphere || decimals >= 2 || end - start >= 6));
        return isProof || decimals >= 2 ? end : 0;
    }

    private static bool ReadMinutes(ReadOnlySpan<char> text, ref int index)
    {
        var hasSign = false;
        var end = index;
        var position = index;
        for (var part = 0; part < 3; part++)
        {
            while (position < text.Length && position - end < 2 && text[position] == ' ')
            {
                position++;
            }

            if (position >= text.Length || !IsAngleSign(text[position]))
            {
                break;
            }

            hasSign = true;
            while (position < text.Length && IsAngleSign(text[position]) && position - end < 4)
            {
                position++;
            }

            end = position;
            while (position < text.Length && position - end < 2 && text[position] == ' ')
            {
                position++;
            }

            var digits = Digits(text, ref position);
            var beginsNextAngle = position < text.Length && text[position] is '°' or 'º';
            if (digits is 0 or > 2 || beginsNextAngle)
            {
                break;
            }

            if (position + 1 < text.Length && text[position] is '.' or ',' && CharacterTable.IsDigit(text[position + 1]))
            {
                position++;
                Digits(text, ref position);
            }

            end = position;
        }

        index = end;
        return hasSign;
    }

    private static int SkipGap(ReadOnlySpan<char> text, int index)
    {
        var start = index;
        while (index < text.Length && index - start < LongestGap && text[index] is ' ' or ',' or ';' or '/' or '|' or '\t' or '&' or ':')
        {
            index++;
        }

        // "lat: 50.7 lon: 7.1", "50.7 Nord, 7.1 Ost"
        if (index > start && index < text.Length && CharacterTable.IsLetter(text[index]) && !IsHemisphere(text, index))
        {
            var word = index;
            while (index < text.Length && index - word < 12 && (CharacterTable.IsLetter(text[index]) || text[index] is ':' or '=' or ' ' or '.' or ','))
            {
                index++;
            }
        }

        return index > start && index < text.Length ? index : 0;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int index)
    {
        var start = index;
        while (index < text.Length && index - start < 20 && CharacterTable.IsDigit(text[index]))
        {
            index++;
        }

        return index - start;
    }

    private static bool IsAngleSign(char character) => character is '°' or '\'' or '"' or '′' or '″' or '’' or '”' or '“' or 'º' or '´';

    private static bool IsHemisphere(ReadOnlySpan<char> text, int index) =>
        index < text.Length && text[index] is 'N' or 'S' or 'E' or 'O' or 'W' && !(index + 1 < text.Length && CharacterTable.IsLetter(text[index + 1]));
}
