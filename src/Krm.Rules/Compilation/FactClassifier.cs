using System.Runtime.CompilerServices;
using Krm.Rules.Conditions;
using Krm.Rules.Facts;

namespace Krm.Rules.Compilation;

/// <summary>Maps the values of one fact to classes that no rule tells apart; class 0 is "missing".</summary>
internal sealed class FactClassifier
{
    private readonly long[]? _starts;
    private readonly int _last;

    private FactClassifier(long[]? starts, int last)
    {
        _starts = starts;
        _last = last;
    }

    /// <summary>Whether the class of a value is its code plus one, and that of "missing" 0.</summary>
    public bool IsDense => _starts is null;

    /// <summary>Number of classes, "missing" included.</summary>
    public int ClassCount => _last + 1;

    public static FactClassifier Create(FactDeclaration fact, IEnumerable<ValueSet> sets)
    {
        switch (fact.Type)
        {
            case FactType.YesNo:
                return new FactClassifier(null, 2);
            case FactType.Choice:
                return new FactClassifier(null, fact.Choices.Count);
            case FactType.Text:
                return new FactClassifier(null, fact.Vocabulary.Count + 1);
            default:
                var starts = new SortedSet<long> { fact.Domain.GetRange(0).From };
                foreach (var set in sets)
                {
                    for (var index = 0; index < set.RangeCount; index++)
                    {
                        var (from, to) = set.GetRange(index);
                        starts.Add(from);
                        if (to < fact.Domain.GetRange(0).To)
                        {
                            starts.Add(to + 1);
                        }
                    }
                }

                return new FactClassifier([.. starts], starts.Count);
        }
    }

    /// <summary>The class of a value; constant for lists, logarithmic in the number of limits for numbers and dates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ClassOf(long code) =>
        code == FactValue.MissingCode ? 0 : _starts is null ? (int)code + 1 : Search(_starts, code);

    private static int Search(long[] starts, long code)
    {
        var low = 0;
        var high = starts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (starts[middle] <= code)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low + 1;
    }

    /// <summary>A value of the class.</summary>
    public long Representative(int valueClass) =>
        valueClass == 0 ? FactValue.MissingCode : _starts is null ? valueClass - 1 : _starts[valueClass - 1];
}
