namespace Krm.Analytics.Causes.Detectors;

/// <summary>Inverse of a small symmetric positive definite matrix, without allocation.</summary>
/// <remarks>The models of a single series have at most six terms; a general library costs more in overhead than in arithmetic.</remarks>
internal static class SmallMatrix
{
    /// <summary>Gauss–Jordan without pivoting, which is stable for positive definite matrices.</summary>
    public static void InvertPositive(double[,] matrix, double[,] inverse)
    {
        var size = matrix.GetLength(0);
        Array.Clear(inverse);
        for (var i = 0; i < size; i++)
        {
            inverse[i, i] = 1;
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            var scale = 1 / matrix[pivot, pivot];
            for (var column = 0; column < size; column++)
            {
                matrix[pivot, column] *= scale;
                inverse[pivot, column] *= scale;
            }

            for (var row = 0; row < size; row++)
            {
                var factor = matrix[row, pivot];
                if (row == pivot || factor == 0)
                {
                    continue;
                }

                for (var column = 0; column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                    inverse[row, column] -= factor * inverse[pivot, column];
                }
            }
        }
    }
}
