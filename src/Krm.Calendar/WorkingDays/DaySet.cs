namespace Krm.Calendar.WorkingDays;

/// <summary>A set of covered days, one bit a day of <see cref="CoveredDays"/>.</summary>
/// <remarks>Filled while a calendar is built, never changed afterwards.</remarks>
internal sealed class DaySet
{
    private const int BitsPerWord = 64;

    private readonly ulong[] _words = new ulong[(CoveredDays.Count + BitsPerWord - 1) / BitsPerWord];

    public bool IsEmpty => Array.TrueForAll(_words, word => word == 0);

    public int Count()
    {
        int count = 0;
        foreach (ulong word in _words)
        {
            // Kernighan's way: each step clears the lowest set bit.
            for (ulong rest = word; rest != 0; rest &= rest - 1)
            {
                count++;
            }
        }

        return count;
    }

    public bool Contains(int number) => (_words[number / BitsPerWord] & Bit(number)) != 0;

    public void Add(int number) => _words[number / BitsPerWord] |= Bit(number);

    public void Remove(int number) => _words[number / BitsPerWord] &= ~Bit(number);

    public DaySet Union(DaySet other) => Combine(other, (mine, theirs) => mine | theirs);

    public DaySet Intersect(DaySet other) => Combine(other, (mine, theirs) => mine & theirs);

    public DaySet Except(DaySet other) => Combine(other, (mine, theirs) => mine & ~theirs);

    public bool SetEquals(DaySet other) => _words.AsSpan().SequenceEqual(other._words);

    /// <summary>The set as bytes, for a fingerprint; the same on every machine.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[_words.Length * sizeof(ulong)];
        for (int word = 0; word < _words.Length; word++)
        {
            for (int part = 0; part < sizeof(ulong); part++)
            {
                bytes[(word * sizeof(ulong)) + part] = (byte)(_words[word] >> (8 * part));
            }
        }

        return bytes;
    }

    private static ulong Bit(int number) => 1UL << (number % BitsPerWord);

    private DaySet Combine(DaySet other, Func<ulong, ulong, ulong> operation)
    {
        DaySet result = new();
        for (int word = 0; word < _words.Length; word++)
        {
            result._words[word] = operation(_words[word], other._words[word]);
        }

        return result;
    }
}
