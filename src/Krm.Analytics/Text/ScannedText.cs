using System.Runtime.CompilerServices;

namespace Krm.Analytics.Text;

/// <summary>The distinct words, marks, neighbouring pairs and their borders of one text, folded and counted in one pass; reused from text to text.</summary>
/// <remarks>
/// Mutable scratch, never shared between threads. A word is a run of letters and digits, a mark any other visible character;
/// the edges of the text count as neighbours of its first and last word. Words longer than <see cref="MaximumWordLength"/>
/// letters are cut and only the first <see cref="MaximumTokens"/> words and marks are read, so that a hostile text costs
/// bounded time and memory. "Hauptstr" is read as "hauptstrasse", a run of digits as at most six zeros.
/// </remarks>
internal sealed class ScannedText
{
    /// <summary>Letters of a word that count.</summary>
    public const int MaximumWordLength = 48;

    /// <summary>Words and marks of a text that count.</summary>
    public const int MaximumTokens = 8192;

    /// <summary>Letters a buffer for one word must hold.</summary>
    public const int WordBufferLength = MaximumWordLength + 8;

    /// <summary>Stands for the edge of the text in a pair.</summary>
    public const ulong Edge = 0xA076_1D64_78BD_642F;

    private const int MaximumDigits = 6;

    private readonly ulong[] _fragments = new ulong[Fragments.MaximumCount];
    private char[] _letters = new char[1024];
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];

    /// <summary>The distinct words and marks, in order of first appearance.</summary>
    public DistinctHashes Words { get; } = new();

    /// <summary>The distinct pairs of neighbours, in order of first appearance.</summary>
    public DistinctHashes Pairs { get; } = new();

    /// <summary>The distinct surroundings of borders between neighbours, see <see cref="WordBorders"/>.</summary>
    public DistinctHashes Borders { get; } = new();

    /// <summary>The features of the outward form, see <see cref="TextForm"/>.</summary>
    public DistinctHashes Forms { get; } = new();

    /// <summary>Number of words and marks read, repetitions counted.</summary>
    public int TokenCount { get; private set; }

    /// <summary>Whether a distinct word is a mark, which has no letters.</summary>
    public bool IsMark(int index) => _lengths[index] == 0;

    /// <summary>The letters of a distinct word with one blank on either side; empty for a mark.</summary>
    public ReadOnlySpan<char> PaddedWord(int index) =>
        _lengths[index] == 0 ? [] : _letters.AsSpan(_starts[index] - 1, _lengths[index] + 2);

    /// <summary>The hashes of the fragments of a distinct word; valid until asked for another word.</summary>
    public ReadOnlySpan<ulong> FragmentsOf(int index) => _fragments.AsSpan(0, Fragments.Hash(PaddedWord(index), _fragments));

    /// <summary>Reads a text, forgetting the one before.</summary>
    public void Scan(ReadOnlySpan<char> text)
    {
        Words.Clear();
        Pairs.Clear();
        Borders.Clear();
        Forms.Clear();
        TokenCount = 0;
        _letters[0] = ' ';
        var used = 1;
        var position = 0;
        var previous = Edge;
        Span<char> tail = stackalloc char[WordBorders.MaximumReach];
        var tailLength = 0;
        var form = new TextForm();
        while (TokenCount < MaximumTokens)
        {
            if (_letters.Length < used + WordBufferLength)
            {
                Array.Resize(ref _letters, _letters.Length * 2);
            }

            if (!ReadToken(text, ref position, _letters.AsSpan(used), out _, out var length, out var hash))
            {
                break;
            }

            if (length == 0)
            {
                form.AddMark(_letters[used]);
            }
            else
            {
                form.AddWord(length);
            }

            // A mark stands for itself.
            var letters = _letters.AsSpan(used, Math.Max(1, length));
            WordBorders.AddTo(Borders, tail[..tailLength], letters);
            tailLength = Math.Min(letters.Length, tail.Length);
            letters[^tailLength..].CopyTo(tail);
            Pairs.Add(FeatureHash.Pair(previous, hash));
            TokenCount++;
            previous = hash;
            if (Words.Add(hash))
            {
                Remember(used, length);
                _letters[used + length] = ' ';
                used += length + 1;
            }
        }

        if (TokenCount > 0)
        {
            Pairs.Add(FeatureHash.Pair(previous, Edge));
        }

        form.AddTo(Forms);
    }

    /// <summary>Folds the next word or mark.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to begin; moved behind the word.</param>
    /// <param name="letters">Receives the letters of a word, or the mark; at least <see cref="WordBufferLength"/> long.</param>
    /// <param name="start">Where the word or mark begins in the text.</param>
    /// <param name="length">Number of letters; 0 for a mark.</param>
    /// <param name="hash">The hash of the word or mark.</param>
    /// <returns>Whether there was one.</returns>
    internal static bool ReadToken(
        ReadOnlySpan<char> text, ref int position, Span<char> letters, out int start, out int length, out ulong hash)
    {
        start = position;
        length = 0;
        hash = 0;
        for (; position < text.Length; position++)
        {
            var folded = CharacterFolding.Fold(text[position]);
            if (folded == CharacterFolding.Blank || CharacterFolding.IsIgnored(folded))
            {
                continue;
            }

            start = position;
            if (CharacterFolding.IsMark(folded))
            {
                position++;
                letters[0] = (char)folded;
                hash = FeatureHash.Finish(FeatureHash.Add(FeatureHash.WordSeed, (char)folded));
                return true;
            }

            length = ReadWord(text, ref position, letters);
            hash = Hash(letters[..length]);
            return true;
        }

        return false;
    }

    private static int ReadWord(ReadOnlySpan<char> text, ref int position, Span<char> letters)
    {
        var written = 0;
        var digits = 0;
        for (; position < text.Length; position++)
        {
            var character = text[position];
            var folded = CharacterFolding.Fold(character);
            if (CharacterFolding.IsIgnored(folded))
            {
                // A combining diaeresis writes the umlaut out, as the composed letter does.
                if (character == '\u0308' && written > 0 && letters[written - 1] is 'a' or 'o' or 'u')
                {
                    written = Append(letters, written, 'e');
                }

                continue;
            }

            if (folded == CharacterFolding.Blank || CharacterFolding.IsMark(folded))
            {
                break;
            }

            digits = folded == '0' ? digits + 1 : 0;
            if (digits > MaximumDigits)
            {
                continue;
            }

            written = Append(letters, written, (char)(folded & 0xFFFF));
            if (folded > 0xFFFF)
            {
                written = AppendRest(letters, written, folded);
            }
        }

        if (written >= 3 && letters[..written].EndsWith("str"))
        {
            // The full stop belongs to the abbreviation and ends no sentence.
            "asse".CopyTo(letters[written..]);
            written += 4;
            position += position < text.Length && text[position] == '.' ? 1 : 0;
        }

        return written;
    }

    private static int AppendRest(Span<char> letters, int written, uint folded)
    {
        written = Append(letters, written, (char)((folded >> 16) & 0xFF));
        return folded >> 24 == 0 ? written : Append(letters, written, (char)(folded >> 24));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Append(Span<char> letters, int written, char letter)
    {
        if (written < MaximumWordLength)
        {
            letters[written++] = letter;
        }

        return written;
    }

    private static ulong Hash(ReadOnlySpan<char> letters)
    {
        var hash = FeatureHash.WordSeed;
        foreach (var letter in letters)
        {
            hash = FeatureHash.Add(hash, letter);
        }

        return FeatureHash.Finish(hash);
    }

    private void Remember(int start, int length)
    {
        var index = Words.Count - 1;
        if (index == _starts.Length)
        {
            Array.Resize(ref _starts, index * 2);
            Array.Resize(ref _lengths, index * 2);
        }

        _starts[index] = start;
        _lengths[index] = length;
    }
}
