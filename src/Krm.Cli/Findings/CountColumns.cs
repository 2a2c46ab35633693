namespace Krm.Cli.Findings;

/// <summary>Which columns of a table are counted.</summary>
/// <param name="Date">The day of receipt, or a day of the period.</param>
/// <param name="Count">How many cases a row stands for; null for one.</param>
/// <param name="Exposure">What the cases came from, or null.</param>
/// <param name="Text">The text of the case, or null.</param>
/// <param name="Expected">What is expected in the usual state, or null.</param>
internal sealed record CountColumns(string Date, string? Count, string? Exposure, string? Text = null, string? Expected = null);
