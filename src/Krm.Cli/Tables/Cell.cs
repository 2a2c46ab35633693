using System.Globalization;

namespace Krm.Cli.Tables;

/// <summary>One value of a row: text, or a JSON value kept as it was written so that it survives the way through.</summary>
/// <param name="Text">The text; for a JSON value its JSON, empty for <c>null</c>.</param>
/// <param name="IsJson">Whether <paramref name="Text"/> is JSON (number, boolean, null, array, object).</param>
internal readonly record struct Cell(string Text, bool IsJson = false)
{
    public static Cell Empty { get; } = new(string.Empty);

    public static implicit operator Cell(string text) => new(text);

    public static Cell Number(long value) => new(value.ToString(CultureInfo.InvariantCulture), true);

    /// <summary>A number with at most <paramref name="decimals"/> decimals.</summary>
    public static Cell Number(double value, int decimals) =>
        new(Math.Round(value, decimals).ToString("R", CultureInfo.InvariantCulture), true);

    /// <summary>Yes and no are written 1 and 0 in every format.</summary>
    public static Cell Flag(bool value) => new(value ? "1" : "0", true);

    public static Cell Json(string json) => new(json, true);
}
