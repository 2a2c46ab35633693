using System.Globalization;
using Krm.Analytics.Anonymization.Reading;
using Krm.Analytics.Anonymization.Scanning;

namespace Krm.Analytics.Anonymization;

/// <summary>Gives every value of a case its number; remembers hashes, never the values.</summary>
internal sealed class PlaceholderNumbering(string[] labels)
{
    private readonly Dictionary<(PersonalDataKind Kind, ulong Key), int> _numbers = [];
    private readonly Dictionary<ulong, Family> _families = [];
    private readonly int[] _last = new int[labels.Length];

    public void Clear()
    {
        _numbers.Clear();
        _families.Clear();
        Array.Clear(_last);
    }

    /// <summary>Keeps clear of the numbers that the placeholders of an earlier run already use.</summary>
    public void Reserve(ReadOnlySpan<char> text)
    {
        for (var index = text.IndexOf('['); index >= 0;)
        {
            var end = Tokenizer.PlaceholderEnd(text, index);
            if (end > index)
            {
                Reserve(text, index + 1, end - 1);
            }

            var next = text[(index + 1)..].IndexOf('[');
            index = next < 0 ? -1 : index + 1 + next;
        }
    }

    public int NumberOf(in Finding finding, ReadOnlySpan<char> text)
    {
        var key = finding.Key != 0 ? finding.Key : DigitKey.Of(text[finding.Start..finding.End]);
        if (_numbers.TryGetValue((finding.Kind, key), out var known))
        {
            return known;
        }

        return finding.FamilyKey != 0 ? NumberOfPerson(finding, key) : Assign(finding.Kind, key);
    }

    private int NumberOfPerson(in Finding finding, ulong key)
    {
        var isFamilyAlone = key == finding.FamilyKey || key == SingleWordKey(finding.FamilyKey);
        if (_families.TryGetValue(finding.FamilyKey, out var family))
        {
            // "Herr Meier" after "Hans Meier" is the same person; "Anna Meier" after "Hans Meier" is not.
            if (isFamilyAlone || !family.HasFullName)
            {
                _families[finding.FamilyKey] = new Family(family.Number, family.HasFullName || !isFamilyAlone);
                _numbers[(finding.Kind, key)] = family.Number;
                return family.Number;
            }

            return Assign(finding.Kind, key);
        }

        var number = Assign(finding.Kind, key);
        _families[finding.FamilyKey] = new Family(number, !isFamilyAlone);
        return number;
    }

    /// <summary>The key that a name of this one word has.</summary>
    private static ulong SingleWordKey(ulong word) => WordHash.Join(WordHash.Empty, word);

    private int Assign(PersonalDataKind kind, ulong key) => _numbers[(kind, key)] = ++_last[(int)kind];

    private void Reserve(ReadOnlySpan<char> text, int start, int end)
    {
        var underscore = text[start..end].LastIndexOf('_') + start;
        for (var kind = 0; kind < labels.Length; kind++)
        {
            if (text[start..underscore].SequenceEqual(labels[kind])
                && int.TryParse(text[(underscore + 1)..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue / 2)
            {
                _last[kind] = Math.Max(_last[kind], number);
            }
        }
    }

    private readonly record struct Family(int Number, bool HasFullName);
}
