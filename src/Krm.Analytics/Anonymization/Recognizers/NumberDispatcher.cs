using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Asks the recognisers that a number can concern, those with proof first.</summary>
internal static class NumberDispatcher
{
    public static Finding Match(in TokenWindow window, int index, in ScanState state)
    {
        ref readonly var token = ref window[index];
        if (token.Before == Spacing.None && window[index - 1].Kind is TokenKind.Word or TokenKind.Placeholder)
        {
            return default;
        }

        var follower = window.CharacterAt(token.End);
        if ((follower is '.' or ':' or '-' || CharacterTable.IsAsciiLetter(follower)) && IpAddressRecognizer.Match(window, index) is { IsPresent: true } device)
        {
            return device;
        }

        if (IdentifierRecognizer.MatchNumber(window, index) is { IsPresent: true } identifier)
        {
            return identifier;
        }

        if (token.Length <= 3 && CoordinatesRecognizer.Match(window, index, false) is { IsPresent: true } coordinates)
        {
            return coordinates;
        }

        if (window.Text[token.Start] == '0' && !IsInNumberRow(window, index, state) && TelephoneRecognizer.Match(window, index) is { IsPresent: true } telephone)
        {
            return telephone;
        }

        if (TelephoneRecognizer.MatchSpoken(window, index) is { IsPresent: true } spoken)
        {
            return spoken;
        }

        if (token.Length == 5)
        {
            return AddressRecognizer.MatchPostcode(window, index);
        }

        return token.Length <= 4 ? DateOfBirthRecognizer.Match(window, index, FollowsPerson(window, index, state)) : default;
    }

    /// <summary>In "DE88 3704 0044" the last group begins no telephone number; behind another finding it may.</summary>
    private static bool IsInNumberRow(in TokenWindow window, int index, in ScanState state) =>
        window[index - 1].IsNumber && window[index].Before == Spacing.Blank && window[index - 1].End > state.ResumeAt;

    private static bool FollowsPerson(in TokenWindow window, int index, in ScanState state)
    {
        var gap = window[index].Start - state.PersonEnd;
        return state.PersonEnd > 0 && gap is > 0 and <= 4 && window[index - 1].Symbol is ',' or '(' or '*' or '/' or ';';
    }
}
