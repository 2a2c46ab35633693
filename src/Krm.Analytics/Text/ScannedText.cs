namespace Krm.Analytics.Text;

/// <summary>The distinct words, marks and neighbouring pairs of one text, folded and counted in one pass, the first of them several times; reused from text to text.</summary>
/// <remarks>
/// Mutable scratch, never shared between threads. The edges of the text count as neighbours of its first and last word. Only the
/// first <see cref="MaximumTokens"/> words and marks are read, so that a hostile text costs bounded time and memory.
/// </remarks>
internal sealed class ScannedText
{
    /// <summary>Words and marks of a text that count.</summary>
    public const int MaximumTokens = 8192;

    /// <summary>Stands for the edge of the text in a pair.</summary>
    public const ulong Edge = 0xA076_1D64_78BD_642F;

    private const int NoWord = -1;

    // Blanks before the first word, as a border is read four letters at a time.
    private const int FirstStart = 4;

    private readonly ulong[] _forms = new ulong[TextForm.FeatureCount];
    private char[] _letters = CreateLetters();
    private int[] _starts = new int[64];
    private int[] _lengths = new int[64];
    private (int Left, int Right)[] _neighbours = new (int, int)[64];

    /// <summary>The distinct words and marks, in order of first appearance.</summary>
    public DistinctHashes Words { get; } = new();

    /// <summary>The distinct pairs of neighbours, in order of first appearance.</summary>
    public DistinctHashes Pairs { get; } = new();

    /// <summary>The features of the outward form, see <see cref="TextForm"/>.</summary>
    public ReadOnlySpan<ulong> Forms => _forms.AsSpan(0, TokenCount == 0 ? 0 : _forms.Length);

    /// <summary>Number of words and marks read, repetitions counted.</summary>
    public int TokenCount { get; private set; }

    /// <summary>Number of distinct words, marks apart.</summary>
    public int DistinctWords { get; private set; }

    /// <summary>Number of fragments of the distinct words.</summary>
    public int FragmentCount { get; private set; }

    /// <summary>Whether a distinct word is a mark, which has no letters.</summary>
    public bool IsMark(int index) => _lengths[index] == 0;

    /// <summary>Number of letters of a distinct word with one blank on either side; 0 for a mark.</summary>
    public int PaddedLengthOf(int index) => _lengths[index] == 0 ? 0 : _lengths[index] + 2;

    /// <summary>The letters of a distinct word with one blank on either side; empty for a mark.</summary>
    public ReadOnlySpan<char> PaddedWord(int index) => _letters.AsSpan(_starts[index] - 1, PaddedLengthOf(index));

    /// <summary>Scratch for fragments, for whoever holds the text.</summary>
    public HashChains WaitingFragments { get; } = new();

    /// <summary>Scratch for borders, for whoever holds the text.</summary>
    public HashChains WaitingBorders { get; } = new();

    /// <summary>Adds the hashes of the fragments of a distinct word, as often as its damped frequency; none for a mark.</summary>
    public void AddFragments(int word, HashChains chains)
    {
        if (_lengths[word] > 0)
        {
            Fragments.AddTo(chains, TermWeighting.Frequency(Words.Counts[word]), _letters.AsSpan(_starts[word] - 1), _lengths[word] + 2);
        }
    }

    /// <summary>Adds the hashes of what stands around the border of a distinct pair, as often as its damped frequency; none at the edge of the text.</summary>
    public void AddBorders(int pair, HashChains chains)
    {
        var (left, right) = _neighbours[pair];
        if (left == NoWord || right == NoWord)
        {
            return;
        }

        // A mark stands for itself.
        var (leftLength, rightLength) = (Math.Max(1, _lengths[left]), Math.Max(1, _lengths[right]));
        WordBorders.AddTo(
            chains, TermWeighting.Frequency(Pairs.Counts[pair]), _letters.AsSpan(0, _starts[left] + leftLength), leftLength, _letters.AsSpan(_starts[right]), rightLength);
    }

    /// <summary>Reads a text, forgetting the one before.</summary>
    public void Scan(ReadOnlySpan<char> text)
    {
        Words.Clear();
        Pairs.Clear();
        TokenCount = 0;
        DistinctWords = 0;
        FragmentCount = 0;
        var used = FirstStart;
        var reader = new TokenReader(text);
        var previous = (Hash: Edge, Word: NoWord, IsNew: true);
        var form = new TextForm();
        while (TokenCount < MaximumTokens)
        {
            if (_letters.Length < used + TokenReader.BufferLength)
            {
                Array.Resize(ref _letters, _letters.Length * 2);
            }

            if (!reader.Read(_letters.AsSpan(used), out _, out var length, out var hash))
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

            var times = TermWeighting.TimesAt(TokenCount++);
            var word = Words.Add(hash, times, out var isNew);
            if (isNew)
            {
                used = Remember(word, used, length);
            }

            AddPair(previous, (hash, word, isNew), times);
            previous = (hash, word, isNew);
        }

        if (TokenCount > 0)
        {
            AddPair(previous, (Edge, NoWord, true), TermWeighting.TimesAt(TokenCount));
        }

        form.WriteTo(_forms);
    }

    private static char[] CreateLetters()
    {
        var letters = new char[1024];
        letters.AsSpan(0, FirstStart).Fill(' ');
        return letters;
    }

    private void AddPair((ulong Hash, int Word, bool IsNew) left, (ulong Hash, int Word, bool IsNew) right, int times)
    {
        // A word that was not there before makes a pair that was not there before.
        var hash = FeatureHash.Pair(left.Hash, right.Hash);
        var isNew = left.IsNew || right.IsNew;
        var pair = isNew ? Pairs.AddNew(hash, times) : Pairs.Add(hash, times, out isNew);
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
        DistinctWords += length == 0 ? 0 : 1;
        FragmentCount += Fragments.CountFor(PaddedLengthOf(word));

        // A mark stands for itself.
        var end = start + Math.Max(1, length);
        _letters[end] = ' ';
        return end + 1;
    }
}
