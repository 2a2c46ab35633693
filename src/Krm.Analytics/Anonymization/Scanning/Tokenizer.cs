namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>Cuts text into tokens and looks each word up, in one pass without garbage.</summary>
/// <remarks>Immutable and thread-safe. A run of letters or digits longer than <see cref="LongestToken"/> becomes several tokens, so that cost and memory stay bounded.</remarks>
internal sealed class Tokenizer(Lexicon lexicon)
{
    /// <summary>Longest token in characters.</summary>
    public const int LongestToken = 128;

    private const int LongestPlaceholder = 48;

    /// <summary>Reads tokens until the buffer is full or the text ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to begin; afterwards where to go on.</param>
    /// <param name="isComplete">False if more text may follow: a token that touches the end is then left for later.</param>
    /// <param name="tokens">Buffer.</param>
    /// <param name="count">Tokens already in the buffer; raised by those read.</param>
    public void Read(ReadOnlySpan<char> text, ref int position, bool isComplete, Span<Token> tokens, ref int count)
    {
        var spacing = position == 0 ? Spacing.Paragraph : Spacing.None;
        var index = position;
        while (count < tokens.Length)
        {
            SkipBlank(text, ref index, ref spacing);
            if (index >= text.Length || (!isComplete && index + LongestToken + 1 >= text.Length))
            {
                break;
            }

            tokens[count++] = CharacterTable.ClassOf(text[index]) switch
            {
                CharacterTable.LetterClass => ReadWord(text, index, spacing),
                CharacterTable.DigitClass => ReadNumber(text, index, spacing),
                _ => ReadSymbol(text, index, spacing),
            };
            index = tokens[count - 1].End;
            position = index;
            spacing = Spacing.None;
        }

        if (isComplete && index >= text.Length)
        {
            position = text.Length;
        }
    }

    private static void SkipBlank(ReadOnlySpan<char> text, ref int index, ref Spacing spacing)
    {
        for (; index < text.Length; index++)
        {
            var character = text[index];
            if (character == ' ')
            {
                spacing = spacing == Spacing.None ? Spacing.Blank : spacing;
                continue;
            }

            var characterClass = CharacterTable.ClassOf(character);
            if (characterClass is CharacterTable.BlankClass or CharacterTable.IgnorableClass)
            {
                spacing = spacing == Spacing.None ? Spacing.Blank : spacing;
            }
            else if (characterClass == CharacterTable.LineBreakClass)
            {
                var isSecondOfPair = character == '\n' && index > 0 && text[index - 1] == '\r';
                spacing = isSecondOfPair ? spacing : spacing < Spacing.Line ? Spacing.Line : Spacing.Paragraph;
            }
            else
            {
                return;
            }
        }
    }

    private Token ReadWord(ReadOnlySpan<char> text, int start, Spacing spacing)
    {
        var end = start;
        var limit = Math.Min(text.Length, start + LongestToken);
        var hash = WordHash.Empty;
        var hashBeforeLast = hash;
        var tail = 0UL;
        var letters = 0;
        var capitals = 0;
        for (; end < limit; end++)
        {
            var character = text[end];
            var folded = CharacterTable.Fold(character);
            if (folded == 0)
            {
                if (IsInsideWord(text, end, limit, character))
                {
                    continue;
                }

                break;
            }

            if (CharacterTable.IsCapital(character))
            {
                capitals++;
            }

            letters++;
            hashBeforeLast = hash;
            hash = WordHash.Append(hash, folded & 0xFF);
            tail = (tail << 8) | (folded & 0xFF);
            if (folded > 0xFF)
            {
                hash = WordHash.Append(hash, folded >> 8);
                tail = (tail << 8) | ((folded >> 8) & 0xFF);
            }
        }

        var shape = ShapeOf(text[start..end], capitals, letters);
        if (!lexicon.TryGet(hash, out var entry))
        {
            // "Müllers Hund": the genitive of a listed name is the name.
            if (shape != WordShape.Lower && letters > 3 && (tail & 0xFF) == 's'
                && lexicon.TryGet(hashBeforeLast, out var genitive) && (genitive.Traits & WordTraits.AnyName) != 0)
            {
                entry = new LexiconEntry(genitive.Traits & WordTraits.AnyName, LabelKind.None, false);
                hash = hashBeforeLast;
            }
            else if (letters > 4)
            {
                entry = new LexiconEntry(WordEnding.Of(tail, letters), LabelKind.None, false);
            }
        }

        return new Token
        {
            Start = start,
            End = end,
            Hash = hash,
            Kind = TokenKind.Word,
            Shape = shape,
            Before = spacing,
            Traits = entry.Traits,
            Label = entry.Label,
            LabelNeedsNumberWord = entry.LabelNeedsNumberWord,
        };
    }

    private static bool IsInsideWord(ReadOnlySpan<char> text, int index, int limit, char character)
    {
        if (character is '\'' or '\u2019' or '\u02BC')
        {
            return index + 1 < limit && CharacterTable.IsLetter(text[index + 1]);
        }

        return CharacterTable.ClassOf(character) == CharacterTable.IgnorableClass;
    }

    private static WordShape ShapeOf(ReadOnlySpan<char> word, int capitals, int letters)
    {
        if (capitals == 0)
        {
            return WordShape.Lower;
        }

        if (capitals == letters)
        {
            return letters == 1 ? WordShape.Initial : WordShape.Upper;
        }

        var isName = CharacterTable.IsCapital(word[0])
            && (capitals == 1 || word.StartsWith("Mc") || word.StartsWith("Mac") || word.Length > 2 && !CharacterTable.IsLetter(word[1]));
        return isName ? WordShape.Capitalized : WordShape.Mixed;
    }

    private static Token ReadNumber(ReadOnlySpan<char> text, int start, Spacing spacing)
    {
        var end = start + 1;
        var limit = Math.Min(text.Length, start + LongestToken);
        while (end < limit && CharacterTable.IsDigit(text[end]))
        {
            end++;
        }

        return new Token { Start = start, End = end, Kind = TokenKind.Number, Before = spacing };
    }

    private static Token ReadSymbol(ReadOnlySpan<char> text, int start, Spacing spacing)
    {
        if (text[start] == '[' && PlaceholderEnd(text, start) is var end && end > start)
        {
            return new Token { Start = start, End = end, Kind = TokenKind.Placeholder, Before = spacing };
        }

        return new Token { Start = start, End = start + 1, Kind = TokenKind.Symbol, Before = spacing, Symbol = text[start] };
    }

    /// <summary>End of a placeholder such as [PERSON_1] that begins here, or <paramref name="start"/> if none does.</summary>
    internal static int PlaceholderEnd(ReadOnlySpan<char> text, int start)
    {
        var limit = Math.Min(text.Length, start + LongestPlaceholder);
        var underscore = -1;
        for (var index = start + 1; index < limit; index++)
        {
            var character = text[index];
            if (character == '_')
            {
                underscore = index;
            }
            else if (character == ']')
            {
                return underscore > start + 1 && index > underscore + 1 && AreDigits(text[(underscore + 1)..index]) ? index + 1 : start;
            }
            else if (!char.IsAsciiLetterUpper(character) && !CharacterTable.IsDigit(character))
            {
                return start;
            }
        }

        return start;
    }

    /// <summary>True if the closing bracket at this place ends a placeholder.</summary>
    internal static bool EndsPlaceholder(ReadOnlySpan<char> text, int close)
    {
        var start = text[Math.Max(0, close - LongestPlaceholder)..close].LastIndexOf('[');
        return start >= 0 && PlaceholderEnd(text, start + Math.Max(0, close - LongestPlaceholder)) == close + 1;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
