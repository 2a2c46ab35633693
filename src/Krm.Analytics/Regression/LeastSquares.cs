namespace Krm.Analytics.Regression;

/// <summary>Least squares with few columns by Householder reflections, in one thread.</summary>
/// <remarks>
/// MathNet.Numerics spreads even a hundred rows over threads, which costs more than the work itself and on a busy machine a
/// hundred times as much.
/// </remarks>
internal static class LeastSquares
{
    // As R's glm: a column whose rest is this small a part of it depends on the ones before.
    private const double DependentPart = 1e-11;

    /// <summary>Solves for the coefficients; both arguments are overwritten.</summary>
    /// <param name="columns">One array a column, all of the length of the response, at least as many rows as columns.</param>
    /// <param name="response">The response.</param>
    /// <returns>The coefficients and the inverse of the cross products; null if columns depend on each other.</returns>
    public static (double[] Coefficients, double[,] InverseProducts)? Solve(double[][] columns, double[] response)
    {
        var count = columns.Length;
        var diagonal = new double[count];
        for (var step = 0; step < count; step++)
        {
            var column = columns[step];
            var norm = Norm(column, step);
            if (!(norm > DependentPart * Norm(column, 0)))
            {
                return null;
            }

            // The reflection keeps the sign that adds, so that nothing cancels.
            diagonal[step] = column[step] > 0 ? -norm : norm;
            column[step] -= diagonal[step];
            var scale = -1 / (diagonal[step] * column[step]);
            for (var other = step + 1; other < count; other++)
            {
                Reflect(column, columns[other], step, scale);
            }

            Reflect(column, response, step, scale);
        }

        return (SolveBack(columns, diagonal, response), InvertProducts(columns, diagonal));
    }

    private static void Reflect(double[] direction, double[] vector, int from, double scale)
    {
        var product = 0.0;
        for (var row = from; row < vector.Length; row++)
        {
            product += direction[row] * vector[row];
        }

        product *= scale;
        for (var row = from; row < vector.Length; row++)
        {
            vector[row] -= product * direction[row];
        }
    }

    private static double Norm(double[] vector, int from)
    {
        var sum = 0.0;
        for (var row = from; row < vector.Length; row++)
        {
            sum += vector[row] * vector[row];
        }

        return Math.Sqrt(sum);
    }

    // The triangle's off-diagonal entries stand in the upper rows of the later columns.
    private static double[] SolveBack(double[][] columns, double[] diagonal, double[] right)
    {
        var solution = new double[diagonal.Length];
        for (var row = diagonal.Length - 1; row >= 0; row--)
        {
            var rest = right[row];
            for (var column = row + 1; column < diagonal.Length; column++)
            {
                rest -= columns[column][row] * solution[column];
            }

            solution[row] = rest / diagonal[row];
        }

        return solution;
    }

    private static double[,] InvertProducts(double[][] columns, double[] diagonal)
    {
        var count = diagonal.Length;
        var inverse = new double[count][];
        for (var unit = 0; unit < count; unit++)
        {
            var right = new double[count];
            right[unit] = 1;
            inverse[unit] = SolveBack(columns, diagonal, right);
        }

        var products = new double[count, count];
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count; column++)
            {
                for (var unit = Math.Max(row, column); unit < count; unit++)
                {
                    products[row, column] += inverse[unit][row] * inverse[unit][column];
                }
            }
        }

        return products;
    }
}
