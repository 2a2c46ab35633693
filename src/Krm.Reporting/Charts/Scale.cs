namespace Krm.Reporting.Charts;

/// <summary>Maps numbers from 0 to a round maximum to positions in a drawing.</summary>
internal sealed class Scale
{
    private readonly double _start;
    private readonly double _length;

    /// <summary>Creates a scale from 0 to a round number not below the largest value.</summary>
    /// <param name="largest">Largest value, 0 or more.</param>
    /// <param name="start">Position of 0.</param>
    /// <param name="length">Distance to the position of the maximum; negative for upwards.</param>
    public Scale(double largest, double start, double length)
    {
        _start = start;
        _length = length;
        Step = RoundStep(Math.Max(1, largest) / 4);
        Maximum = Math.Max(1, Math.Ceiling(largest / Step)) * Step;
    }

    public double Maximum { get; }

    /// <summary>Distance between two marks of the axis.</summary>
    public double Step { get; }

    public IEnumerable<double> Marks => Enumerable.Range(0, (int)Math.Round(Maximum / Step) + 1).Select(index => index * Step);

    public double this[double value] => _start + (_length * value / Maximum);

    private static double RoundStep(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var factor = raw / power;
        var round = factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10;
        return Math.Max(1, round * power);
    }
}
