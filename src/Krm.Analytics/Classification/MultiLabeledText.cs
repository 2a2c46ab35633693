namespace Krm.Analytics.Classification;

/// <summary>A past case that belongs to several categories at once, or to none.</summary>
/// <param name="Text">The text as the citizen wrote it.</param>
/// <param name="Categories">Its categories; repeated ones count once.</param>
public sealed record MultiLabeledText(string Text, IReadOnlyList<string> Categories)
{
    /// <summary>Reads categories from one cell, such as "Abfall;Lärm".</summary>
    /// <param name="text">The text of the case.</param>
    /// <param name="categories">The categories; blanks around them are dropped, an empty cell has none.</param>
    /// <param name="separator">What stands between two categories.</param>
    public static MultiLabeledText Parse(string text, string categories, char separator)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(categories);
        return new MultiLabeledText(
            text, [.. categories.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)]);
    }
}
