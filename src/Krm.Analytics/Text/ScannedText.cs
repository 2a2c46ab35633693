namespace Krm.Analytics.Text;

/// <summary>The distinct words, marks and neighbouring pairs of one text, folded and counted in one pass; reused from text to text.</summary>
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
    private const int NoWord = -1;

    private char[] _letters = new char[1024];
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];
    private (int Left, int Right)[] _neighbours = new (int, int)[64];

    /// <summary>The distinct words and marks, in order of first appearance.</summary>
    public DistinctHashes Words { get; } = new();

    /// <summary>The distinct pairs of neighbours, in order of first appearance.</summary>
    public DistinctHashes Pairs { get; } = new();

    /// <summary>The features of the outward form, see <see cref="TextForm"/>.</summary>
    public DistinctHashes Forms { get; } = new();

    /// <summary>Number of words and marks read, repetitions counted.</summary>
    public int TokenCount { get; private set; }

    /// <summary>Whether a distinct word is a mark, which has no letters.</summary>
    public bool IsMark(int index) => _lengths[index] == 0;

    /// <summary>The letters of a distinct word with one blank on either side; empty for a mark.</summary>
    public ReadOnlySpan<char> PaddedWord(int index) =>
        _lengths[index] == 0 ? [] : _letters.AsSpan(_starts[index] - 1, _lengths[index] + 2);

    /// <summary>Scratch for pieces, for whoever holds the text.</summary>
    public HashChains Chains { get; } = new();

    /// <summary>Adds the hashes of the fragments of a distinct word, none for a mark.</summary>
    public void AddFragments(int word, HashChains chains) => Fragments.AddTo(chains, PaddedWord(word));

    /// <summary>Adds the hashes of what stands around the border of a distinct pair, none at the edge of the text.</summary>
    public void AddBorders(int pair, HashChains chains)
    {
        var (left, right) = _neighbours[pair];
        WordBorders.AddTo(chains, Letters(left), Letters(right));
    }

    /// <summary>Reads a text, forgetting the one before.</summary>
    public void Scan(ReadOnlySpan<char> text)
    {
        Words.Clear();
        Pairs.Clear();
        Forms.Clear();
        TokenCount = 0;
        _letters[0] = ' ';
        var used = 1;
        var position = 0;
        var previous = (Hash: Edge, Word: NoWord, IsNew: true);
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

            TokenCount++;
            var word = Words.Add(hash, out var isNew);
            if (isNew)
            {
                used = Remember(word, used, length);
            }

            AddPair(previous, (hash, word, isNew));
            previous = (hash, word, isNew);
        }

        if (TokenCount > 0)
        {
            AddPair(previous, (Edge, NoWord, true));
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

            length = ReadWord(text, ref position, letters, out hash);
            return true;
        }

        return false;
    }

    private static int ReadWord(ReadOnlySpan<char> text, ref int position, Span<char> letters, out ulong hash)
    {
        hash = FeatureHash.WordSeed;
        var written = 0;
        var digits = 0;
        var at = position;
        for (; at < text.Length; at++)
        {
            var character = text[at];
            var folded = CharacterFolding.Fold(character);
            if (folded - 1 < char.MaxValue && written < MaximumWordLength && folded != '0')
            {
                // Most characters are one letter.
                letters[written++] = (char)folded;
                hash = FeatureHash.Add(hash, (char)folded);
                digits = 0;
                continue;
            }

            if (CharacterFolding.IsIgnored(folded))
            {
                // A combining diaeresis writes the umlaut out, as the composed letter does.
                if (character == '\u0308' && written > 0 && letters[written - 1] is 'a' or 'o' or 'u')
                {
                    Append(letters, ref written, ref hash, 'e');
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

            for (var rest = CharacterFolding.Spell(folded); rest != 0; rest >>= 16)
            {
                Append(letters, ref written, ref hash, (char)rest);
            }
        }

        if (written >= 3 && letters[..written].EndsWith("str"))
        {
            // The full stop belongs to the abbreviation and ends no sentence.
            foreach (var letter in "asse")
            {
                letters[written++] = letter;
                hash = FeatureHash.Add(hash, letter);
            }

            at += at < text.Length && text[at] == '.' ? 1 : 0;
        }

        position = at;
        hash = FeatureHash.Finish(hash);
        return written;
    }

    private static void Append(Span<char> letters, ref int written, ref ulong hash, char letter)
    {
        if (written < MaximumWordLength)
        {
            letters[written++] = letter;
            hash = FeatureHash.Add(hash, letter);
        }
    }

    private ReadOnlySpan<char> Letters(int word) =>
        word == NoWord ? [] : _letters.AsSpan(_starts[word], Math.Max(1, _lengths[word]));

    private void AddPair((ulong Hash, int Word, bool IsNew) left, (ulong Hash, int Word, bool IsNew) right)
    {
        // A word that was not there before makes a pair that was not there before.
        var hash = FeatureHash.Pair(left.Hash, right.Hash);
        var isNew = left.IsNew || right.IsNew;
        var pair = isNew ? Pairs.AddNew(hash) : Pairs.Add(hash, out isNew);
        if (!isNew)
        {
            return;
        }

        if (pair == _neighbours.Length)
        {
            Array.Resize(ref _neighbours, pair * 2);
        }

        _neighbours[pair] = (left.Word, right.Word);
    }

    /// <summary>Keeps where the letters of a word begin; returns where the next one may.</summary>
    private int Remember(int word, int start, int length)
    {
        if (word == _starts.Length)
        {
            Array.Resize(ref _starts, word * 2);
            Array.Resize(ref _lengths, word * 2);
        }

        _starts[word] = start;
        _lengths[word] = length;

        // A mark stands for itself.
        var end = start + Math.Max(1, length);
        _letters[end] = ' ';
        return end + 1;
    }
}
