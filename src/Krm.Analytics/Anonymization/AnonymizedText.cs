namespace Krm.Analytics.Anonymization;

/// <summary>A text without the personal data that was recognised in it, and what was replaced where.</summary>
/// <remarks>Immutable and thread-safe. Nothing in it holds the personal data itself.</remarks>
public sealed record AnonymizedText
{
    internal AnonymizedText(string text, IReadOnlyList<Replacement> replacements, PersonalDataCounts counts, bool isTruncated)
    {
        Text = text;
        Replacements = replacements;
        Counts = counts;
        IsTruncated = isTruncated;
    }

    /// <summary>The text with placeholders; the original string itself if nothing was found.</summary>
    public string Text { get; }

    /// <summary>The replacements in order of the text, without overlap.</summary>
    public IReadOnlyList<Replacement> Replacements { get; }

    /// <summary>How many values of each kind were replaced.</summary>
    public PersonalDataCounts Counts { get; }

    /// <summary>True if the text was cut at <see cref="AnonymizationOptions.MaximumLength"/>.</summary>
    public bool IsTruncated { get; }

    /// <summary>Returns kinds and counts, never the text.</summary>
    public override string ToString() => Counts.ToString();
}
