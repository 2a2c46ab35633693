using Krm.Analytics.Anonymization.Recognizers;

namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>Goes through a text once and reports the findings in order; the cost of a place is bounded, so the whole is linear.</summary>
/// <remarks>
/// Mutable: one scanner serves one text at a time. The text may arrive in pieces: call <see cref="Advance"/> with a longer
/// view each time, and <see cref="Drop"/> when the beginning of the view goes away.
/// </remarks>
internal sealed class FindingScanner(Lexicon lexicon)
{
    /// <summary>Characters that stay readable before the place looked at.</summary>
    public const int CharactersKept = 1024;

    private const int TokensBehind = 16;
    private const int TokensAhead = 64;
    private const int CharactersAhead = 2048;

    private readonly Tokenizer _tokenizer = new(lexicon);
    private readonly Token[] _tokens = new Token[2048];
    private readonly HashSet<ulong> _knownFamilies = [];
    private int _count;
    private int _index;
    private int _position;
    private int _resumeAt;
    private Finding _email;
    private int _emailAt;
    private int _personEnd = -1;

    /// <summary>Place in the view before which everything is decided.</summary>
    public int DecidedUpTo => _index < _count ? Math.Min(_tokens[_index].Start, _position) : _position;

    /// <summary>Begins a new text; names learned stay known.</summary>
    public void Restart()
    {
        _count = 0;
        _index = 0;
        _position = 0;
        _resumeAt = 0;
        _emailAt = -1;
        _email = default;
        _personEnd = -1;
    }

    /// <summary>Forgets the names learned: the next text is another case.</summary>
    public void ForgetNames() => _knownFamilies.Clear();

    /// <summary>Goes on as far as the text allows.</summary>
    /// <param name="text">The view of the text.</param>
    /// <param name="isComplete">True if nothing follows behind the view.</param>
    /// <param name="findings">Receives the findings, in order and without overlap.</param>
    public void Advance(ReadOnlySpan<char> text, bool isComplete, List<Finding> findings)
    {
        FindEmail(text, Math.Max(_resumeAt, _index < _count ? _tokens[_index].Start : _position));
        while (true)
        {
            _tokenizer.Read(text, ref _position, isComplete, _tokens, ref _count);
            var isLast = isComplete && _position >= text.Length;
            var limit = isLast ? _count : _count - TokensAhead;
            var before = _index;
            Scan(new TokenWindow(text, _tokens.AsSpan(0, _count)), limit, isComplete, findings);
            if (isLast || (_index == before && _count < _tokens.Length) || !MakeRoom())
            {
                return;
            }
        }
    }

    /// <summary>Tells that the first characters of the view are gone.</summary>
    /// <param name="characters">How many; at most up to <see cref="DecidedUpTo"/> less <see cref="CharactersKept"/>.</param>
    public void Drop(int characters)
    {
        var first = 0;
        while (first < _count && _tokens[first].Start < characters)
        {
            first++;
        }

        RemoveFirst(first);
        for (var index = 0; index < _count; index++)
        {
            _tokens[index] = _tokens[index] with { Start = _tokens[index].Start - characters, End = _tokens[index].End - characters };
        }

        _position -= characters;
        _resumeAt = Math.Max(0, _resumeAt - characters);
        _personEnd -= characters;
    }

    private bool MakeRoom()
    {
        var removable = _index - TokensBehind;
        if (removable <= 0)
        {
            return _count < _tokens.Length;
        }

        RemoveFirst(removable);
        return true;
    }

    private void RemoveFirst(int tokens)
    {
        Array.Copy(_tokens, tokens, _tokens, 0, _count - tokens);
        _count -= tokens;
        _index -= tokens;
    }

    private void Scan(in TokenWindow window, int limit, bool isComplete, List<Finding> findings)
    {
        var lastStart = isComplete ? int.MaxValue : window.Text.Length - CharactersAhead;
        for (; _index < limit && _tokens[_index].Start < lastStart; _index++)
        {
            ref readonly var token = ref _tokens[_index];
            if (token.Start < _resumeAt)
            {
                continue;
            }

            if (_emailAt >= 0 && token.Start >= _email.Start && TakeEmail(window.Text, token.Start, findings))
            {
                continue;
            }

            if (token.Kind == TokenKind.Word && token.Shape == WordShape.Lower && token.Traits == WordTraits.None && token.Label == LabelKind.None
                && token.Length > 4)
            {
                continue;
            }

            var finding = Dispatch(window, _index);
            if (finding.IsPresent)
            {
                Take(finding, findings);
            }
        }
    }

    private void Take(in Finding finding, List<Finding> findings)
    {
        findings.Add(finding);
        _resumeAt = finding.End;
        if (finding.Kind == PersonalDataKind.Person)
        {
            _personEnd = finding.End;
            if (finding.FamilyKey != 0)
            {
                _knownFamilies.Add(finding.FamilyKey);
            }
        }
    }

    private void FindEmail(ReadOnlySpan<char> text, int from)
    {
        _email = EmailRecognizer.Next(text, Math.Min(from, text.Length), out _emailAt);
        if (!_email.IsPresent && _emailAt >= 0)
        {
            _email = new Finding(PersonalDataKind.Email, _emailAt, _emailAt);
        }
    }

    private bool TakeEmail(ReadOnlySpan<char> text, int start, List<Finding> findings)
    {
        var email = _email;
        if (start >= email.End || start > _emailAt)
        {
            FindEmail(text, Math.Max(start, _emailAt + 1));
            return _emailAt >= 0 && start >= _email.Start && _email.IsPresent && start < _email.End && TakeEmail(text, start, findings);
        }

        if (!email.IsPresent)
        {
            return false;
        }

        Take(email with { Start = Math.Max(email.Start, start) }, findings);
        FindEmail(text, email.End);
        return true;
    }

    private Finding Dispatch(in TokenWindow window, int index) => window[index].Kind switch
    {
        TokenKind.Word => DispatchWord(window, index),
        TokenKind.Number => DispatchNumber(window, index),
        TokenKind.Symbol => DispatchSymbol(window, index),
        _ => default,
    };

    private Finding DispatchWord(in TokenWindow window, int index)
    {
        ref readonly var token = ref _tokens[index];
        if (token.Has(WordTraits.UrlScheme | WordTraits.SocialSite) && UrlRecognizer.Match(window, index, out var isPersonal) is { IsPresent: true } url)
        {
            _resumeAt = url.End;
            return isPersonal ? url : default;
        }

        if (token.Length <= 4 && MatchCode(window, index) is { IsPresent: true } code)
        {
            return code;
        }

        if (token.Label != LabelKind.None && LabelRecognizer.Match(window, index) is { IsPresent: true } labelled)
        {
            return labelled;
        }

        if (token.Has(WordTraits.Salutation | WordTraits.Greeting | WordTraits.Title | WordTraits.Role | WordTraits.WeakRole)
            && SalutationRecognizer.Match(window, index) is { IsPresent: true } addressed)
        {
            return addressed;
        }

        if (token.Has(WordTraits.Closing) && SignatureRecognizer.Match(window, index) is { IsPresent: true } signed)
        {
            return signed;
        }

        if ((token.IsCapitalized || token.Has(WordTraits.StreetName | WordTraits.StreetHead | WordTraits.StreetOpening))
            && AddressRecognizer.Match(window, index, _resumeAt) is { IsPresent: true } address)
        {
            return address;
        }

        if (token.Has(WordTraits.AnyName) && NameListRecognizer.Match(window, index) is { IsPresent: true } name)
        {
            return name;
        }

        if (token.Shape == WordShape.Upper && token.Length >= 6 && BicRecognizer.Match(window, index) is { IsPresent: true } bic)
        {
            return bic;
        }

        return _knownFamilies.Count > 0 && IsKnownFamily(window, index) ? new Finding(PersonalDataKind.Person, token.Start, token.End, token.Hash, token.Hash) : default;
    }

    /// <summary>A last name that was met with a salutation or a first name is the same person where it stands alone.</summary>
    private bool IsKnownFamily(in TokenWindow window, int index)
    {
        ref readonly var token = ref _tokens[index];
        return token.IsCapitalized && token.Length >= 3 && _knownFamilies.Contains(token.Hash)
            && !window.IsHyphenatedWithPrevious(index) && !window.IsHyphenatedWithNext(index) && !NameListRecognizer.IsThing(window, index)
            && !(window[index - 1].Has(WordTraits.Article) && token.Has(WordTraits.AmbiguousLastName | WordTraits.AmbiguousFirstName | WordTraits.StreetHead));
    }

    private static Finding MatchCode(in TokenWindow window, int index)
    {
        var token = window[index];
        var next = window[index + 1];
        if (token.Length == 2 && (next.IsNumber || next.Kind == TokenKind.Symbol) && IbanRecognizer.Match(window, index) is { IsPresent: true } iban)
        {
            return iban;
        }

        if (next.IsNumber && IdentifierRecognizer.MatchCode(window, index) is { IsPresent: true } code)
        {
            return code;
        }

        if (token.Has(WordTraits.District) && LicensePlateRecognizer.Match(window, index) is { IsPresent: true } plate)
        {
            return plate;
        }

        if (next.IsNumber && token.Shape == WordShape.Initial && token.Length == 1 && CoordinatesRecognizer.Match(window, index, false) is { IsPresent: true } coordinates)
        {
            return coordinates;
        }

        if (next.Kind == TokenKind.Symbol && next.Symbol is ':' or '-' || next.IsNumber)
        {
            return next.Before == Spacing.None && IpAddressRecognizer.Match(window, index) is { IsPresent: true } address ? address
                : (window.Is(index, "D") || window.Is(index, "DE")) && next.Symbol == '-' ? AddressRecognizer.MatchPostcode(window, index) : default;
        }

        return default;
    }

    private Finding DispatchNumber(in TokenWindow window, int index)
    {
        ref readonly var token = ref _tokens[index];
        if (window[index - 1].IsWord && token.Before == Spacing.None)
        {
            return default;
        }

        var follower = window.CharacterAt(token.End);
        if (follower is '.' or ':' or '-' || CharacterTable.IsAsciiLetter(follower))
        {
            if (IpAddressRecognizer.Match(window, index) is { IsPresent: true } device)
            {
                return device;
            }
        }

        if (IdentifierRecognizer.MatchNumber(window, index) is { IsPresent: true } identifier)
        {
            return identifier;
        }

        if (token.Length <= 3 && CoordinatesRecognizer.Match(window, index, false) is { IsPresent: true } coordinates)
        {
            return coordinates;
        }

        if (window.Text[token.Start] == '0' && !IsInNumberRow(window, index) && TelephoneRecognizer.Match(window, index) is { IsPresent: true } telephone)
        {
            return telephone;
        }

        if (token.Length == 5)
        {
            return AddressRecognizer.MatchPostcode(window, index);
        }

        return token.Length <= 4 ? DateOfBirthRecognizer.Match(window, index, FollowsPerson(window, index)) : default;
    }

    /// <summary>In "DE88 3704 0044" the last group begins no telephone number; behind another finding it may.</summary>
    private bool IsInNumberRow(in TokenWindow window, int index) =>
        window[index - 1].IsNumber && window[index].Before == Spacing.Blank && window[index - 1].End > _resumeAt;

    private bool FollowsPerson(in TokenWindow window, int index)
    {
        var gap = window[index].Start - _personEnd;
        return _personEnd > 0 && gap is > 0 and <= 4 && window[index - 1].Symbol is ',' or '(' or '*' or '/' or ';';
    }

    private static Finding DispatchSymbol(in TokenWindow window, int index)
    {
        var token = window[index];
        return token.Symbol switch
        {
            '+' when window[index + 1].IsNumber || window[index + 1].Is('(') => TelephoneRecognizer.Match(window, index),
            '(' when window[index + 1].IsNumber || window[index + 1].Is('+') => TelephoneRecognizer.Match(window, index),
            '*' or '†' when window[index + 1].IsNumber => DateOfBirthRecognizer.MatchLabelled(window, index + 1),
            _ => default,
        };
    }
}
