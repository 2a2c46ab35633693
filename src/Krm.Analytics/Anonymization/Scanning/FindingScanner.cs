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
    private int _personEnd;

    /// <summary>Place in the view before which everything is decided.</summary>
    public int DecidedUpTo => _index < _count ? _tokens[_index].Start : _position;

    /// <summary>Begins a new text; names learned stay known.</summary>
    public void Restart()
    {
        _count = 0;
        _index = 0;
        _position = 0;
        _resumeAt = 0;
        _personEnd = 0;
    }

    /// <summary>Forgets the names learned: the next text is another case.</summary>
    public void ForgetNames() => _knownFamilies.Clear();

    /// <summary>Goes on as far as the text allows.</summary>
    /// <param name="text">The view of the text.</param>
    /// <param name="isComplete">True if nothing follows behind the view.</param>
    /// <param name="findings">Receives the findings, in order and without overlap.</param>
    public void Advance(ReadOnlySpan<char> text, bool isComplete, List<Finding> findings)
    {
        _email = EmailRecognizer.Next(text, Math.Max(_resumeAt, DecidedUpTo));
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

            if (_email.IsPresent && _email.Start < token.End && TakeEmail(window.Text, token, findings))
            {
                continue;
            }

            if (token.Kind == TokenKind.Word && token.Shape == WordShape.Lower && token.Traits == WordTraits.None && token.Label == LabelKind.None
                && token.Length > 4)
            {
                continue;
            }

            var finding = Dispatch(window, _index, new ScanState(_resumeAt, _personEnd, _knownFamilies));
            if (finding.StaysReadable)
            {
                _resumeAt = WholeTokens(finding).End;
            }
            else if (finding.IsPresent)
            {
                Take(WholeTokens(finding), findings);
            }
        }
    }

    /// <summary>Ends a finding with the token it ends in, so that no rest of a word is left that a second run would read.</summary>
    private Finding WholeTokens(in Finding finding)
    {
        for (var index = _index; index < _count && _tokens[index].Start < finding.End; index++)
        {
            if (_tokens[index].End > finding.End)
            {
                return finding with { End = _tokens[index].End };
            }
        }

        return finding;
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

    /// <summary>Takes the next address, found ahead because it shows only at its "@", when its first token is reached.</summary>
    private bool TakeEmail(ReadOnlySpan<char> text, in Token token, List<Finding> findings)
    {
        if (_email.Start < token.Start)
        {
            // An earlier finding has taken its beginning or all of it.
            _email = EmailRecognizer.Next(text, token.Start);
            if (!_email.IsPresent || _email.Start >= token.End)
            {
                return false;
            }
        }

        Take(WholeTokens(_email with { Start = token.Start }), findings);
        return true;
    }

    private static Finding Dispatch(in TokenWindow window, int index, in ScanState state) => window[index].Kind switch
    {
        TokenKind.Word => WordDispatcher.Match(window, index, state),
        TokenKind.Number => NumberDispatcher.Match(window, index, state),
        TokenKind.Symbol => SymbolDispatcher.Match(window, index),
        _ => default,
    };
}
