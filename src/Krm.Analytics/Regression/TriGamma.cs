namespace Krm.Analytics.Regression;

/// <summary>The second derivative of the logarithm of the gamma function, which MathNet.Numerics does not offer.</summary>
internal static class TriGamma
{
    /// <summary>Value at a positive number, relative error below 1e-14 (Abramowitz and Stegun, 6.4.6 and 6.4.12).</summary>
    public static double Of(double value)
    {
        var sum = 0.0;
        for (; value < 20; value++)
        {
            sum += 1 / (value * value);
        }

        var inverse = 1 / value;
        var square = inverse * inverse;
        return sum + (inverse * (1 + (inverse / 2) + (square * ((1.0 / 6) - (square * ((1.0 / 30)
            - (square * ((1.0 / 42) - (square * ((1.0 / 30) - (square * 5 / 66)))))))))));
    }
}
