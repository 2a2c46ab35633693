namespace Krm.Analytics.Classification.Models;

/// <summary>Rows of numbers, one signed byte each, with one unit a row.</summary>
/// <param name="Units">For each row the value of one step.</param>
/// <param name="Steps">The rows one after the other.</param>
/// <param name="Width">Numbers in a row.</param>
internal sealed record PackedRows(Half[] Units, sbyte[] Steps, int Width)
{
    /// <summary>Packs rows; the largest number of each row takes the whole byte.</summary>
    /// <param name="values">The rows, each <paramref name="stride"/> long, of which the first <paramref name="width"/> numbers count.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="stride">Distance of two rows.</param>
    /// <param name="width">Numbers in a row.</param>
    public static PackedRows Pack(ReadOnlySpan<float> values, int rowCount, int stride, int width)
    {
        var units = new Half[rowCount];
        var steps = new sbyte[rowCount * width];
        for (var row = 0; row < rowCount; row++)
        {
            units[row] = PackRow(values.Slice(row * stride, width), steps.AsSpan(row * width, width));
        }

        return new PackedRows(units, steps, width);
    }

    /// <summary>Writes a row in full.</summary>
    /// <param name="row">Index of the row.</param>
    /// <param name="target">Receives <see cref="Width"/> numbers.</param>
    public void Unpack(int row, Span<float> target)
    {
        var unit = (float)Units[row];
        var steps = Steps.AsSpan(row * Width, Width);
        for (var column = 0; column < steps.Length; column++)
        {
            target[column] = steps[column] * unit;
        }
    }

    private static Half PackRow(ReadOnlySpan<float> values, Span<sbyte> steps)
    {
        var largest = 0f;
        foreach (var value in values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        var unit = (Half)Math.Min(largest / sbyte.MaxValue, (float)Half.MaxValue);
        if (unit == Half.Zero)
        {
            return Half.Zero;
        }

        for (var column = 0; column < values.Length; column++)
        {
            // A unit rounded down would push the largest value over a byte, hence the clamp.
            steps[column] = (sbyte)Math.Clamp(MathF.Round(values[column] / (float)unit), -sbyte.MaxValue, sbyte.MaxValue);
        }

        return unit;
    }
}
