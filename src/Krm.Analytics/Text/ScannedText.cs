namespace Krm.Analytics.Text;

/// <summary>The distinct words and word pairs of one text, folded and counted in one pass; reused from text to text.</summary>
/// <remarks>
/// Mutable scratch, never shared between threads. A word is a run of letters and digits; words longer than
/// <see cref="MaximumWordLength"/> letters are cut and only the first <see cref="MaximumWords"/> words are read, so that a
/// hostile text costs bounded time and memory. "Hauptstr" is read as "hauptstrasse", a run of digits as at most six zeros.
/// </remarks>
internal sealed class ScannedText
{
    /// <summary>Letters of a word that count.</summary>
    public const int MaximumWordLength = 48;

    /// <summary>Words of a text that count.</summary>
    public const int MaximumWords = 8192;

    private const int MaximumDigits = 6;
    private const int Slack = 8;
    private const int WordStride = MaximumWordLength + Slack;

    private readonly DistinctHashes _words = new();
    private readonly DistinctHashes _pairs = new();
    private char[] _letters = new char[1024];
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];

    /// <summary>The distinct words, in order of first appearance.</summary>
    public DistinctHashes Words => _words;

    /// <summary>The distinct pairs of neighbouring words, in order of first appearance.</summary>
    public DistinctHashes Pairs => _pairs;

    /// <summary>Number of words read, repetitions counted.</summary>
    public int WordCount { get; private set; }

    /// <summary>The letters of a distinct word with one blank on either side.</summary>
    public ReadOnlySpan<char> PaddedWord(int index) => _letters.AsSpan(_starts[index] - 1, _lengths[index] + 2);

    /// <summary>Reads a text, forgetting the one before.</summary>
    public void Scan(ReadOnlySpan<char> text)
    {
        _words.Clear();
        _pairs.Clear();
        WordCount = 0;
        _letters[0] = ' ';
        var used = 1;
        var position = 0;
        var previous = 0UL;
        while (position < text.Length && WordCount < MaximumWords)
        {
            if (_letters.Length < used + WordStride)
            {
                Array.Resize(ref _letters, _letters.Length * 2);
            }

            position = ReadWord(text, position, _letters.AsSpan(used), out var length);
            if (length == 0)
            {
                continue;
            }

            var hash = Hash(_letters.AsSpan(used, length));
            if (WordCount > 0)
            {
                _pairs.Add(FeatureHash.Pair(previous, hash));
            }

            WordCount++;
            previous = hash;
            if (_words.Add(hash))
            {
                Remember(used, length);
                _letters[used + length] = ' ';
                used += length + 1;
            }
        }
    }

    private void Remember(int start, int length)
    {
        var index = _words.Count - 1;
        if (index == _starts.Length)
        {
            Array.Resize(ref _starts, index * 2);
            Array.Resize(ref _lengths, index * 2);
        }

        _starts[index] = start;
        _lengths[index] = length;
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

    /// <summary>Skips separators, folds one word into <paramref name="letters"/> and returns the position behind it.</summary>
    internal static int ReadWord(ReadOnlySpan<char> text, int position, Span<char> letters, out int length)
    {
        var written = 0;
        var digits = 0;
        for (; position < text.Length; position++)
        {
            var character = text[position];
            var folded = CharacterFolding.Fold(character);
            if (folded == 0)
            {
                if (written > 0)
                {
                    break;
                }

                continue;
            }

            if (CharacterFolding.IsIgnored(folded))
            {
                // A combining diaeresis writes the umlaut out, as the composed letter does.
                if (character == '\u0308' && written > 0 && letters[written - 1] is 'a' or 'o' or 'u')
                {
                    written = Append(letters, written, 'e');
                }

                continue;
            }

            digits = folded == '0' ? digits + 1 : 0;
            if (digits > MaximumDigits)
            {
                continue;
            }

            written = Append(letters, written, (char)(folded & 0xFFFF));
            if (folded > 0xFFFF)
            {
                written = Append(letters, written, (char)((folded >> 16) & 0xFF));
                if (folded >> 24 != 0)
                {
                    written = Append(letters, written, (char)(folded >> 24));
                }
            }
        }

        if (written >= 3 && letters[..written].EndsWith("str"))
        {
            "asse".CopyTo(letters[written..]);
            written += 4;
        }

        length = written;
        return position;
    }

    private static int Append(Span<char> letters, int written, char letter)
    {
        if (written < MaximumWordLength)
        {
            letters[written++] = letter;
        }

        return written;
    }
}
