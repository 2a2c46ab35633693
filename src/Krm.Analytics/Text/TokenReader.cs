using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Krm.Analytics.Text;

/// <summary>Reads a text word by word and mark by mark, folded.</summary>
/// <remarks>
/// A word is a run of letters and digits, a mark any other visible character. "Hauptstr" is read as "hauptstrasse", a run of
/// digits as at most six zeros; of longer words the first <see cref="MaximumWordLength"/> letters count. Sixteen characters
/// are looked at together, because most words are plain letters up to their end.
/// </remarks>
internal ref struct TokenReader
{
    /// <summary>Letters of a word that count.</summary>
    public const int MaximumWordLength = 48;

    /// <summary>Letters a buffer for one word must hold: more than the longest word, in whole blocks.</summary>
    public const int BufferLength = 64;

    private const int MaximumDigits = 6;
    private const string Street = "str";
    private const string StreetEnd = "asse";
    private const char Diaeresis = '\u0308';

    private readonly ReadOnlySpan<char> _text;
    private readonly int _tailStart;
    private TextTail _tail;

    /// <param name="text">The text.</param>
    public TokenReader(ReadOnlySpan<char> text)
    {
        _text = text;
        _tailStart = Math.Max(0, text.Length - FeatureHash.BlockLength + 1);
        text[_tailStart..].CopyTo(_tail);
    }

    /// <summary>What has been read of the text, in characters.</summary>
    public int Position { get; private set; }

    /// <summary>Reads the next word or mark.</summary>
    /// <param name="letters">Receives the letters of a word, or the mark; at least <see cref="BufferLength"/> long.</param>
    /// <param name="start">Where the word or mark begins in the text.</param>
    /// <param name="length">Number of letters; 0 for a mark.</param>
    /// <param name="hash">The hash of the word or mark.</param>
    /// <returns>Whether there was one.</returns>
    public bool Read(scoped Span<char> letters, out int start, out int length, out ulong hash)
    {
        for (var position = Position; position < _text.Length; position++)
        {
            var folded = CharacterFolding.Fold(_text[position]);
            if (folded == CharacterFolding.Blank || CharacterFolding.IsIgnored(folded))
            {
                continue;
            }

            start = position;
            if (CharacterFolding.IsMark(folded))
            {
                Position = position + 1;
                letters[0] = (char)folded;
                length = 0;
                hash = FeatureHash.Word(letters, 1);
                return true;
            }

            length = ReadPlain(letters, position);
            position += length;
            Position = position;
            if (position < _text.Length && !EndsWord(CharacterFolding.Fold(_text[position])))
            {
                length = ReadRest(letters, length);
            }

            if (length >= Street.Length && letters[length - 1] == Street[^1] && letters[..length].EndsWith(Street))
            {
                length = CompleteStreet(letters, length);
            }

            hash = FeatureHash.Word(letters, length);
            return true;
        }

        Position = _text.Length;
        (start, length, hash) = (Position, 0, 0);
        return false;
    }

    /// <summary>Reads plain letters, at most sixteen; what is behind them is written over.</summary>
    private readonly int ReadPlain(scoped Span<char> letters, int position)
    {
        var small = Characters(position) | Vector256.Create((ushort)0x20);
        var isPlain = Vector256.LessThan(small - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26));
        small.StoreUnsafe(ref Unsafe.As<char, ushort>(ref letters[0]));
        return BitOperations.TrailingZeroCount(~isPlain.ExtractMostSignificantBits());
    }

    private static bool EndsWord(uint folded) =>
        folded == CharacterFolding.Blank || (CharacterFolding.IsMark(folded) && !CharacterFolding.IsIgnored(folded));

    /// <summary>Reads a word on whose characters are not all plain letters.</summary>
    private int ReadRest(scoped Span<char> letters, int written)
    {
        var digits = 0;
        for (; Position < _text.Length; Position++)
        {
            var folded = CharacterFolding.Fold(_text[Position]);
            if (EndsWord(folded))
            {
                break;
            }

            if (CharacterFolding.IsIgnored(folded))
            {
                // A combining diaeresis writes the umlaut out, as the composed letter does.
                if (_text[Position] != Diaeresis || written == 0 || letters[written - 1] is not ('a' or 'o' or 'u'))
                {
                    continue;
                }

                folded = 'e';
            }

            digits = folded == '0' ? digits + 1 : 0;
            for (var rest = CharacterFolding.Spell(folded); rest != 0 && written < MaximumWordLength && digits <= MaximumDigits; rest >>= 16)
            {
                letters[written++] = (char)rest;
            }
        }

        return written;
    }

    private int CompleteStreet(scoped Span<char> letters, int written)
    {
        StreetEnd.CopyTo(letters[written..]);

        // The full stop belongs to the abbreviation and ends no sentence.
        Position += Position < _text.Length && _text[Position] == '.' ? 1 : 0;
        return written + StreetEnd.Length;
    }

    /// <summary>Sixteen characters from a position on, blank behind the end of the text.</summary>
    private readonly Vector256<ushort> Characters(int position)
    {
        ref readonly var first = ref position < _tailStart ? ref _text[position] : ref _tail[position - _tailStart];
        return Vector256.LoadUnsafe(in Unsafe.As<char, ushort>(ref Unsafe.AsRef(in first)));
    }

    /// <summary>The last characters of the text with blanks behind them.</summary>
    [InlineArray(2 * FeatureHash.BlockLength)]
    private struct TextTail
    {
        private char _first;
    }
}
