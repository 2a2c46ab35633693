using System.Globalization;
using Krm.Rules.Facts;

namespace Krm.Rules.Conditions;

/// <summary>A set of fact values: closed ranges of value codes, and whether "missing" belongs to it.</summary>
/// <remarks>
/// Every fact type maps its values to whole numbers (list position, day number, scaled decimal), so that one exact interval
/// arithmetic serves evaluation and analysis alike. Ranges are ascending, disjoint and not adjacent: equal sets have equal
/// ranges. Immutable and thread-safe.
/// </remarks>
public sealed class ValueSet : IEquatable<ValueSet>
{
    private readonly long[] _bounds;

    private ValueSet(long[] bounds, bool includesMissing)
    {
        _bounds = bounds;
        IncludesMissing = includesMissing;
    }

    /// <summary>The set without any value.</summary>
    public static ValueSet Empty { get; } = new([], false);

    /// <summary>The set that holds nothing but "missing".</summary>
    public static ValueSet Missing { get; } = new([], true);

    /// <summary>Whether a missing value belongs to the set.</summary>
    public bool IncludesMissing { get; }

    /// <summary>Number of ranges.</summary>
    public int RangeCount => _bounds.Length / 2;

    /// <summary>Whether nothing at all belongs to the set.</summary>
    public bool IsEmpty => _bounds.Length == 0 && !IncludesMissing;

    /// <summary>The values from <paramref name="from"/> to <paramref name="to"/>, both inclusive; empty if they are reversed.</summary>
    public static ValueSet Range(long from, long to) => from > to ? Empty : new ValueSet([from, to], false);

    /// <summary>The set of a single value.</summary>
    public static ValueSet Of(long value) => new([value, value], false);

    /// <summary>First and last value of the range at <paramref name="index"/>, both inclusive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or not below <see cref="RangeCount"/>.</exception>
    public (long From, long To) GetRange(int index)
    {
        if (index < 0 || index >= RangeCount)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The set has {RangeCount} ranges.");
        }

        return (_bounds[2 * index], _bounds[(2 * index) + 1]);
    }

    /// <summary>Whether a value code belongs to the set; <see cref="FactValue.MissingCode"/> asks for "missing".</summary>
    /// <remarks>Logarithmic in the number of ranges.</remarks>
    public bool Contains(long code)
    {
        if (code == FactValue.MissingCode)
        {
            return IncludesMissing;
        }

        var low = 0;
        var high = RangeCount - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (code < _bounds[2 * middle])
            {
                high = middle - 1;
            }
            else if (code > _bounds[(2 * middle) + 1])
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The values in this set or in the other.</summary>
    public ValueSet Union(ValueSet other)
    {
        Guard.NotNull(other);
        var ranges = new List<(long From, long To)>(RangeCount + other.RangeCount);
        for (var index = 0; index < RangeCount; index++)
        {
            ranges.Add(GetRange(index));
        }

        for (var index = 0; index < other.RangeCount; index++)
        {
            ranges.Add(other.GetRange(index));
        }

        return Of(ranges, IncludesMissing || other.IncludesMissing);
    }

    /// <summary>The values in both sets.</summary>
    public ValueSet Intersect(ValueSet other)
    {
        Guard.NotNull(other);
        var bounds = new List<long>();
        for (int mine = 0, theirs = 0; mine < _bounds.Length && theirs < other._bounds.Length;)
        {
            var from = Math.Max(_bounds[mine], other._bounds[theirs]);
            var to = Math.Min(_bounds[mine + 1], other._bounds[theirs + 1]);
            if (from <= to)
            {
                bounds.Add(from);
                bounds.Add(to);
            }

            if (_bounds[mine + 1] < other._bounds[theirs + 1])
            {
                mine += 2;
            }
            else
            {
                theirs += 2;
            }
        }

        return new ValueSet([.. bounds], IncludesMissing && other.IncludesMissing);
    }

    /// <summary>The values of <paramref name="domain"/> that are not in this set.</summary>
    public ValueSet ComplementIn(ValueSet domain)
    {
        Guard.NotNull(domain);
        var ranges = new List<(long From, long To)>();
        for (var index = 0; index < domain.RangeCount; index++)
        {
            var (from, to) = domain.GetRange(index);
            Exclude(from, to, ranges);
        }

        return Of(ranges, domain.IncludesMissing && !IncludesMissing);
    }

    /// <summary>Whether every value of the other set is in this one.</summary>
    public bool IsSupersetOf(ValueSet other) => ComplementIn(other).IsEmpty;

    /// <summary>Whether the two sets share a value.</summary>
    public bool Overlaps(ValueSet other) => !Intersect(other).IsEmpty;

    /// <summary>The set of the given ranges, in any order, overlapping or not.</summary>
    public static ValueSet Of(IEnumerable<(long From, long To)> ranges, bool includesMissing)
    {
        Guard.NotNull(ranges);
        var bounds = new List<long>();
        foreach (var (from, to) in ranges.Where(range => range.From <= range.To).OrderBy(range => range.From))
        {
            var last = bounds.Count - 1;
            if (last >= 0 && (from <= bounds[last] || from - 1 == bounds[last]))
            {
                bounds[last] = Math.Max(bounds[last], to);
            }
            else
            {
                bounds.Add(from);
                bounds.Add(to);
            }
        }

        return bounds.Count == 0 ? (includesMissing ? Missing : Empty) : new ValueSet([.. bounds], includesMissing);
    }

    /// <inheritdoc/>
    public bool Equals(ValueSet? other) =>
        other is not null && IncludesMissing == other.IncludesMissing && _bounds.AsSpan().SequenceEqual(other._bounds);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = IncludesMissing ? 17 : 19;
        foreach (var bound in _bounds)
        {
            hash = unchecked((hash * 31) + bound.GetHashCode());
        }

        return hash;
    }

    /// <summary>The ranges of codes, for a debugger.</summary>
    public override string ToString()
    {
        var ranges = Enumerable.Range(0, RangeCount).Select(index => string.Format(
            CultureInfo.InvariantCulture, "[{0}, {1}]", _bounds[2 * index], _bounds[(2 * index) + 1]));
        return string.Join(" ", IncludesMissing ? ranges.Append("missing") : ranges);
    }

    private void Exclude(long from, long to, List<(long From, long To)> ranges)
    {
        var next = from;
        for (var index = 0; index < _bounds.Length; index += 2)
        {
            if (_bounds[index] > to)
            {
                break;
            }

            if (_bounds[index + 1] < next)
            {
                continue;
            }

            if (_bounds[index] > next)
            {
                ranges.Add((next, _bounds[index] - 1));
            }

            if (_bounds[index + 1] >= to)
            {
                return;
            }

            next = _bounds[index + 1] + 1;
        }

        ranges.Add((next, to));
    }
}
