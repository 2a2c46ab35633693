namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>A word, number or symbol with its place in the text and all that is known of it without its neighbours.</summary>
internal readonly record struct Token
{
    /// <summary>Index of the first character.</summary>
    public int Start { get; init; }

    /// <summary>Index behind the last character.</summary>
    public int End { get; init; }

    /// <summary>Hash of the folded word; 0 for all but words.</summary>
    public ulong Hash { get; init; }

    public WordTraits Traits { get; init; }

    public TokenKind Kind { get; init; }

    public WordShape Shape { get; init; }

    /// <summary>What stands before the token.</summary>
    public Spacing Before { get; init; }

    public LabelKind Label { get; init; }

    public bool LabelNeedsNumberWord { get; init; }

    /// <summary>The first character of a symbol; 0 for all others.</summary>
    public char Symbol { get; init; }

    public int Length => End - Start;

    public bool IsWord => Kind == TokenKind.Word;

    public bool IsNumber => Kind == TokenKind.Number;

    /// <summary>True for a word that begins with a capital letter.</summary>
    public bool IsCapitalized => Kind == TokenKind.Word && Shape is WordShape.Capitalized or WordShape.Upper;

    public bool Has(WordTraits traits) => (Traits & traits) != 0;

    public bool Is(char symbol) => Symbol == symbol;

    /// <summary>True for a hyphen or dash of any kind.</summary>
    public bool IsHyphen => CharacterTable.IsHyphen(Symbol);
}
