using System.Numerics;

namespace Krm.Analytics.Text;

/// <summary>The outward form of a text in a handful of features: how long it and its words are, how many marks it has, how it ends.</summary>
/// <remarks>Tells headings, greetings and exclamations from sentences, whatever they are about. Capitals do not count: who writes without them means the same.</remarks>
internal struct TextForm
{
    /// <summary>Number of features.</summary>
    public const int FeatureCount = 4;

    private const ulong Seed = 0xD6E8_FEB8_6659_FD93;
    private const int MostMarks = 6;

    private int _words;
    private int _marks;
    private int _letters;
    private char _end;

    /// <summary>Takes the next word.</summary>
    public void AddWord(int letterCount)
    {
        _words++;
        _letters += letterCount;
        _end = '\0';
    }

    /// <summary>Takes the next mark.</summary>
    public void AddMark(char mark)
    {
        _marks++;
        _end = mark;
    }

    /// <summary>Writes the features of all that was taken.</summary>
    /// <param name="hashes">Receives them; <see cref="FeatureCount"/> long.</param>
    public readonly void WriteTo(Span<ulong> hashes)
    {
        // The square halves the steps: a text one and a half times as long is another length.
        var length = BitOperations.Log2((ulong)(_words + 1) * (ulong)(_words + 1));
        hashes[0] = FeatureHash.Pair(Seed, (ulong)length);
        hashes[1] = FeatureHash.Pair(Seed + 1, (ulong)Math.Min(_marks, MostMarks));
        hashes[2] = FeatureHash.Pair(Seed + 2, _end);
        hashes[3] = FeatureHash.Pair(Seed + 3, (ulong)(_letters / Math.Max(1, _words)));
    }
}
