namespace Krm.Analytics.Classification.Models;

/// <summary>Rows of numbers, one signed byte each, with one unit a row.</summary>
/// <param name="Units">For each row the value of one step.</param>
/// <param name="Steps">The rows one after the other.</param>
/// <param name="Width">Numbers in a row.</param>
internal sealed record PackedRows(ShortFloat[] Units, sbyte[] Steps, int Width)
{
    /// <summary>Packs rows; the largest number of each row takes the whole byte.</summary>
    /// <param name="values">The rows, each <paramref name="stride"/> long, of which the first <paramref name="width"/> numbers count.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="stride">Distance of two rows.</param>
    /// <param name="width">Numbers in a row.</param>
    public static PackedRows Pack(ReadOnlySpan<float> values, int rowCount, int stride, int width)
    {
        var units = new ShortFloat[rowCount];
        var steps = new sbyte[rowCount * width];
        for (var row = 0; row < rowCount; row++)
        {
            units[row] = PackRow(values.Slice(row * stride, width), steps.AsSpan(row * width, width));
        }

        return new PackedRows(units, steps, width);
    }

    private static ShortFloat PackRow(ReadOnlySpan<float> values, Span<sbyte> steps)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        // Rounded up, so that the largest value fits into its byte.
        var unit = ShortFloat.AtLeast(largest / sbyte.MaxValue);
        if (unit.Value == 0)
        {
            return unit;
        }

        for (var column = 0; column < values.Length; column++)
        {
            steps[column] = (sbyte)MathF.Round(values[column] / unit.Value);
        }

        return unit;
    }
}
