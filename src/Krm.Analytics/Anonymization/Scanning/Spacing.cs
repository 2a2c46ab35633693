namespace Krm.Analytics.Anonymization.Scanning;

/// <summary>What stands between a token and the one before it, from tight to wide.</summary>
internal enum Spacing : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>White space within the line.</summary>
    Blank,

    /// <summary>One line break.</summary>
    Line,

    /// <summary>An empty line, or the beginning of the text.</summary>
    Paragraph,
}
