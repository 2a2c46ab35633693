using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization.Recognizers;

/// <summary>Web addresses; only those with a personal part are replaced.</summary>
internal static class UrlRecognizer
{
    private const int Longest = 1000;
    private const int LongIdentifier = 8;

    private static readonly string[] PersonalSegments =
    [
        "user", "users", "profile", "profil", "profiles", "people", "member", "members", "mitglied", "mitglieder", "benutzer", "nutzer", "konto",
        "account", "kunde", "kunden", "customer", "in", "u", "person", "author", "autor", "vorgang", "ticket", "anfrage", "antrag", "bescheid", "fall",
    ];

    private static readonly string[] PersonalKeys =
    [
        "user", "userid", "username", "name", "vorname", "nachname", "email", "mail", "e-mail", "id", "uid", "token", "session", "sessionid", "sid", "key",
        "auth", "code", "kunde", "kundennr", "kundennummer", "tel", "phone", "lat", "lon", "lng", "ll", "q", "az", "aktenzeichen", "account", "login", "hash",
        "geburtsdatum", "iban", "plz", "strasse", "adresse", "address", "ticket", "vorgang", "fbid", "story_fbid", "jsessionid", "phpsessid", "pin", "password",
    ];

    /// <summary>Finds the end of the web address that begins at this word.</summary>
    /// <param name="window">The tokens.</param>
    /// <param name="index">Token of "http", "www" or the name of a social network.</param>
    /// <param name="isPersonal">True if it has a personal part.</param>
    /// <returns>The address; empty if there is none. One without personal part is left as it is, names in it included.</returns>
    public static Finding Match(in TokenWindow window, int index, out bool isPersonal)
    {
        isPersonal = false;
        var text = window.Text;
        var start = window[index].Start;
        var isSocial = window[index].Has(WordTraits.SocialSite);
        var afterWord = window[index].End;
        var hasForm = isSocial
            ? afterWord + 2 < text.Length && text[afterWord] == '.' && CharacterTable.IsAsciiLetter(text[afterWord + 1])
            : IsSchemeEnd(text, afterWord);
        if (!hasForm)
        {
            return default;
        }

        var end = End(text, start);
        var url = text[start..end];
        isPersonal = HasPersonalPart(url) || HasName(window, index, end);
        return end > afterWord + 1 ? new Finding(PersonalDataKind.Url, start, end) : default;
    }

    private static bool IsSchemeEnd(ReadOnlySpan<char> text, int index) =>
        index + 3 < text.Length && ((text[index] == ':' && text[index + 1] == '/' && text[index + 2] == '/') || (text[index] == '.' && CharacterTable.IsLetterOrDigit(text[index + 1])));

    private static int End(ReadOnlySpan<char> text, int start)
    {
        var limit = Math.Min(text.Length, start + Longest);
        var end = start;
        while (end < limit && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '„' or '“' or '”' or '\u200B'))
        {
            // A placeholder of an earlier run ends the address.
            if (text[end] == '[' && Tokenizer.PlaceholderEnd(text, end) > end)
            {
                break;
            }

            end++;
        }

        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or ')' or ']' or '\'' or '*')
        {
            end--;
        }

        return end;
    }

    private static bool HasPersonalPart(ReadOnlySpan<char> url)
    {
        if (url.Contains('@') || url.Contains('~') || url.Contains("%40", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var scheme = url.IndexOf("://");
        var address = scheme >= 0 ? url[(scheme + 3)..] : url;
        var query = address.IndexOfAny('?', '#');
        var path = query >= 0 ? address[..query] : address;
        return HasPersonalPath(path) || (query >= 0 && HasPersonalQuery(address[(query + 1)..]));
    }

    /// <summary>A listed first name tied to a listed last name: thomas-mueller.de.</summary>
    private static bool HasName(in TokenWindow window, int index, int end)
    {
        for (; window[index].Kind != TokenKind.None && window[index].End < end; index++)
        {
            var isName = window[index].Has(WordTraits.FirstName) && window[index + 1].Symbol is '-' or '.' or '_' && window[index + 2].Has(WordTraits.LastName);
            if (isName)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPersonalPath(ReadOnlySpan<char> path)
    {
        var slash = path.IndexOf('/');
        if (slash < 0)
        {
            return false;
        }

        if (IsSocialHost(path[..slash]) && path[slash..].Trim('/').Length > 0)
        {
            return true;
        }

        var isAfterPersonal = false;
        foreach (var range in path[(slash + 1)..].Split('/'))
        {
            var segment = path[(slash + 1)..][range];
            if (isAfterPersonal && segment.Length > 0)
            {
                return true;
            }

            isAfterPersonal = IsOneOf(segment, PersonalSegments);
        }

        return false;
    }

    private static bool HasPersonalQuery(ReadOnlySpan<char> query)
    {
        foreach (var range in query.SplitAny('&', ';', '#', '?'))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=');
            if (equals > 0 && equals + 1 < pair.Length && (IsOneOf(pair[..equals], PersonalKeys) || IsIdentifier(pair[(equals + 1)..])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A long run with digits and letters, or many digits: a session, a token, a case.</summary>
    private static bool IsIdentifier(ReadOnlySpan<char> segment)
    {
        var digits = 0;
        foreach (var character in segment)
        {
            digits += CharacterTable.IsDigit(character) ? 1 : 0;
        }

        return digits >= LongIdentifier;
    }

    private static bool IsSocialHost(ReadOnlySpan<char> host)
    {
        foreach (var site in (ReadOnlySpan<string>)["facebook.", "instagram.", "twitter.", "x.com", "tiktok.", "linkedin.", "xing.", "youtube.", "youtu.be", "snapchat.", "pinterest.", "t.me", "wa.me", "fb.", "threads.", "mastodon."])
        {
            if (host.StartsWith(site, StringComparison.OrdinalIgnoreCase) || host.IndexOf(site, StringComparison.OrdinalIgnoreCase) is var at && at > 0 && host[at - 1] == '.')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
