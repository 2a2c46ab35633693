using Krm.Reporting.Formatting;

namespace Krm.Reporting;

/// <summary>A number of cases that may be withheld because it, or another number it would reveal, is small.</summary>
/// <remarks>
/// The default value is a published zero. A withheld count does not keep its value: nothing that is written from
/// it can give it away.
/// </remarks>
public readonly record struct ReportCount
{
    private ReportCount(long published, bool isSuppressed)
    {
        Published = published;
        IsSuppressed = isSuppressed;
    }

    /// <summary>The withheld count.</summary>
    public static ReportCount Suppressed { get; } = new(0, true);

    /// <summary>Whether the count is withheld.</summary>
    public bool IsSuppressed { get; }

    /// <summary>The number, 0 or more; <see langword="null"/> where it is withheld.</summary>
    public long? Value => IsSuppressed ? null : Published;

    private long Published { get; }

    /// <summary>A count that may be published.</summary>
    /// <param name="value">Number of cases, 0 or more.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public static ReportCount Of(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return new ReportCount(value, false);
    }

    /// <summary>The sum of counts, withheld as soon as one of them is.</summary>
    /// <param name="counts">The counts to add up; none gives a published zero.</param>
    /// <returns>The sum.</returns>
    public static ReportCount Sum(params ReadOnlySpan<ReportCount> counts)
    {
        long sum = 0;
        foreach (var count in counts)
        {
            if (count.IsSuppressed)
            {
                return Suppressed;
            }

            sum += count.Published;
        }

        return Of(sum);
    }

    /// <summary>The count as a German reader expects it: <c>1.234</c>, or <c>•</c> where it is withheld.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsSuppressed ? GermanFormat.SuppressedMark : GermanFormat.Count(Published);
}
