using System.Security.Cryptography;
using System.Text;

namespace Krm.Analytics.Counting;

/// <summary>What is counted: the kind of period, the dimensions in their order and the version of the data.</summary>
/// <remarks>
/// The order of the dimensions is the hierarchy in which findings are looked for: the first is the coarsest. Counts made
/// under different plans have different fingerprints and are never added up. Immutable and thread-safe.
/// </remarks>
public sealed class CountPlan
{
    /// <summary>The version of the counting itself; part of the fingerprint.</summary>
    public const int FormatVersion = 1;

    /// <summary>The most dimensions a plan may have.</summary>
    public const int MaximumDimensions = 8;

    /// <summary>Describes what is counted.</summary>
    /// <param name="period">Week or month.</param>
    /// <param name="dimensions">The names of the dimensions, coarsest first; 0 to 8, not empty, no two the same.</param>
    /// <param name="dataVersion">
    /// Names what the values depend on, such as the fingerprints of the classifier and of the rule set; empty if nothing.
    /// </param>
    /// <exception cref="ArgumentException">A dimension has no name or a name occurs twice, or there are too many.</exception>
    public CountPlan(PeriodKind period, IEnumerable<string> dimensions, string dataVersion = "")
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        ArgumentNullException.ThrowIfNull(dataVersion);
        Period = period;
        Dimensions = [.. dimensions];
        DataVersion = dataVersion;
        if (Dimensions.Count > MaximumDimensions)
        {
            throw new ArgumentException($"{Dimensions.Count} dimensions given, at most {MaximumDimensions} are allowed.", nameof(dimensions));
        }

        if (Dimensions.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("A dimension has no name.", nameof(dimensions));
        }

        if (Dimensions.Distinct(StringComparer.Ordinal).Count() != Dimensions.Count)
        {
            throw new ArgumentException($"A dimension is named twice: {string.Join(", ", Dimensions)}.", nameof(dimensions));
        }

        Fingerprint = ComputeFingerprint();
    }

    /// <summary>Week or month.</summary>
    public PeriodKind Period { get; }

    /// <summary>The names of the dimensions, coarsest first (0 to 8).</summary>
    public IReadOnlyList<string> Dimensions { get; }

    /// <summary>What the values depend on; empty if nothing was named.</summary>
    public string DataVersion { get; }

    /// <summary>16 hexadecimal digits (the first 64 bits of a SHA-256) over version, period, dimensions and data version.</summary>
    public string Fingerprint { get; }

    private string ComputeFingerprint()
    {
        var text = new StringBuilder();
        text.Append(FormatVersion).Append('\n').Append(Period).Append('\n');
        foreach (var part in Dimensions.Append(DataVersion))
        {
            text.Append(part.Length).Append(':').Append(part).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }
}
