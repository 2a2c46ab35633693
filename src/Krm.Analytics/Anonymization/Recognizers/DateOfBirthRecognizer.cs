using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Dates of birth: behind "geb.", "geboren am", "*", before "geboren", and behind a person's name.</summary>
internal static class DateOfBirthRecognizer
{
    private const int MostWordsBetween = 8;

    /// <summary>"geb. im Jahr 1960", but not "geboren wurde die Idee 2017".</summary>
    private const int MostWordsBeforeYear = 2;

    /// <summary>Latest year that counts as a birth without any word for it.</summary>
    private const int LatestUnlabelledYear = 2005;

    /// <summary>A date behind a label that ended before this token; other words may stand between: "geboren in Köln am 3.4.1960".</summary>
    public static Finding MatchLabelled(in TokenWindow window, int index)
    {
        for (var step = 0; step < MostWordsBetween; step++)
        {
            var position = index + step;
            ref readonly var token = ref window[position];
            if (token.IsNumber)
            {
                return At(window, position, step);
            }

            var isBridge = token.Kind == TokenKind.Symbol ? !token.Is(';') && !token.Is('?') && !token.Is('!') : token.IsWord && token.Before <= Spacing.Line;
            if (!isBridge)
            {
                return default;
            }
        }

        return default;
    }

    /// <summary>A date that begins at this number, if the words around it say that it is one of birth.</summary>
    public static Finding Match(in TokenWindow window, int index, bool followsPerson)
    {
        var end = DateReader.Read(window, index, out var year);
        if (end == 0)
        {
            return default;
        }

        var isBirth = window[end].Label == LabelKind.DateOfBirth || (window.Is(end, "in") && window[end + 2].Label == LabelKind.DateOfBirth)
            || (followsPerson && year is > 1900 and <= LatestUnlabelledYear);
        return isBirth ? Found(window, index, end) : default;
    }

    private static Finding At(in TokenWindow window, int index, int distance)
    {
        var end = DateReader.Read(window, index, out _);
        if (end > 0)
        {
            return Found(window, index, end);
        }

        // "geb. 1965", "geb. 5/1965"
        var year = window[index + 1].Symbol is '/' or '.' && window[index].Length <= 2 ? index + 2 : index;
        return distance <= MostWordsBeforeYear && DateReader.IsYear(window, year) ? Found(window, index, year + 1) : default;
    }

    private static Finding Found(in TokenWindow window, int index, int end) =>
        new(PersonalDataKind.DateOfBirth, window[index].Start, window[end - 1].End);
}
