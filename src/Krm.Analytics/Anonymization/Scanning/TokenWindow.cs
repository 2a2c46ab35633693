namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>The tokens around the place looked at, and their text.</summary>
/// <remarks>Reading a token before the first or behind the last one gives an empty token, so that recognisers need no bounds checks.</remarks>
internal readonly ref struct TokenWindow(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
{
    // Far behind any text, and far enough from the largest number that adding a length cannot overflow.
    private const int Beyond = int.MaxValue / 2;

    private static readonly Token[] NoToken = [new Token { Start = Beyond, End = Beyond, Before = Spacing.Paragraph }];

    private readonly ReadOnlySpan<Token> _tokens = tokens;

    public ReadOnlySpan<char> Text { get; } = text;

    public ref readonly Token this[int index]
    {
        get
        {
            if ((uint)index < (uint)_tokens.Length)
            {
                return ref _tokens[index];
            }

            return ref NoToken[0];
        }
    }

    /// <summary>The character at an index of the text, or 0 outside.</summary>
    public char CharacterAt(int index) => (uint)index < (uint)Text.Length ? Text[index] : '\0';

    public ReadOnlySpan<char> TextOf(in Token token) => token.Kind == TokenKind.None ? default : Text[token.Start..token.End];

    /// <summary>True if the token is the given word, whatever its case.</summary>
    public bool Is(int index, string word)
    {
        ref readonly var token = ref this[index];
        return token.IsWord && TextOf(token).Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True if the token follows the one before it without any space.</summary>
    public bool IsTight(int index) => this[index].Kind != TokenKind.None && this[index].Before == Spacing.None;

    /// <summary>True if the token stands on the same line as the one before it.</summary>
    public bool IsOnSameLine(int index) => this[index].Before <= Spacing.Blank;

    /// <summary>True if a hyphen ties this token to the next word without a space; "Thomas-T22" is no chain of words.</summary>
    public bool IsHyphenatedWithNext(int index)
    {
        ref readonly var hyphen = ref this[index + 1];
        return hyphen.IsHyphen && hyphen.Before == Spacing.None
            && this[index + 2].Before == Spacing.None && this[index + 2].IsWord && !(this[index + 3].IsNumber && this[index + 3].Before == Spacing.None);
    }

    /// <summary>True if a hyphen ties this token to the word or placeholder before it without a space.</summary>
    public bool IsHyphenatedWithPrevious(int index)
    {
        ref readonly var hyphen = ref this[index - 1];
        return this[index].Before == Spacing.None && hyphen.IsHyphen && hyphen.Before == Spacing.None && this[index - 2].Kind is TokenKind.Word or TokenKind.Placeholder;
    }

    /// <summary>Index of the last word of a chain tied by hyphens that begins here: Müller-Lüdenscheidt.</summary>
    public int ChainEnd(int index)
    {
        for (var steps = 0; steps < 6 && IsHyphenatedWithNext(index); steps++)
        {
            index += 2;
        }

        return index;
    }

    /// <summary>Index of the first token that begins at or behind a place in the text.</summary>
    public int TokenAt(int index, int position)
    {
        while (index < _tokens.Length && _tokens[index].Start < position)
        {
            index++;
        }

        return index;
    }
}
