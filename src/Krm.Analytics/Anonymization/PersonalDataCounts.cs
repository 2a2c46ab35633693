using System.Text;

namespace Krm.Analytics.Anonymization;

/// <summary>How many values of each kind were replaced: the report of an anonymisation, without any content.</summary>
/// <remarks>Immutable and thread-safe. Counts of several texts or workers add up with <see cref="Add"/>, in any order.</remarks>
public sealed class PersonalDataCounts : IEquatable<PersonalDataCounts>
{
    private readonly long[] _counts;

    internal PersonalDataCounts(long[] counts) => _counts = counts;

    /// <summary>No values at all.</summary>
    public static PersonalDataCounts None { get; } = new(new long[PersonalDataKinds.Count]);

    /// <summary>Number of values replaced, all kinds together.</summary>
    public long Total => _counts.Sum();

    /// <summary>Number of values of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not defined.</exception>
    public long this[PersonalDataKind kind] => _counts[PersonalDataKinds.IndexOf(kind)];

    /// <summary>The kinds that occurred, with their counts, in order of the enumeration.</summary>
    public IEnumerable<KeyValuePair<PersonalDataKind, long>> Present =>
        PersonalDataKinds.All.Where(kind => this[kind] > 0).Select(kind => KeyValuePair.Create(kind, this[kind]));

    /// <summary>Adds other counts to these.</summary>
    /// <param name="other">Other counts.</param>
    /// <returns>The sums.</returns>
    public PersonalDataCounts Add(PersonalDataCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new PersonalDataCounts([.. _counts.Zip(other._counts, (left, right) => checked(left + right))]);
    }

    /// <inheritdoc/>
    public bool Equals(PersonalDataCounts? other) => other is not null && _counts.AsSpan().SequenceEqual(other._counts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PersonalDataCounts);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var count in _counts)
        {
            hash.Add(count);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the report in German, such as "Personen: 2, E-Mail-Adressen: 1".</summary>
    public override string ToString()
    {
        var report = new StringBuilder();
        foreach (var (kind, count) in Present)
        {
            report.Append(report.Length > 0 ? ", " : "").Append(kind.GermanName).Append(": ").Append(count);
        }

        return report.Length > 0 ? report.ToString() : "keine personenbezogenen Angaben";
    }
}
