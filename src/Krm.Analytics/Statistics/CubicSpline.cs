namespace Krm.Analytics.Statistics;

/// <summary>A cubic spline through points whose ends follow the cubic through the four outermost of them.</summary>
/// <remarks>Forsythe, Malcolm and Moler (1977); the default of R's <c>spline</c>. Immutable and thread-safe.</remarks>
internal sealed class CubicSpline
{
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _third;

    /// <param name="x">At least 3 places, strictly rising.</param>
    /// <param name="y">The value at each.</param>
    public CubicSpline(double[] x, double[] y)
    {
        var n = x.Length;
        _x = x;
        _y = y;
        _first = new double[n];
        _second = new double[n];
        _third = new double[n];
        Prepare();
        Eliminate();
        for (var i = 0; i < n - 1; i++)
        {
            var width = x[i + 1] - x[i];
            _first[i] = ((y[i + 1] - y[i]) / width) - (width * (_second[i + 1] + (2 * _second[i])));
            _third[i] = (_second[i + 1] - _second[i]) / width;
            _second[i] *= 3;
        }
    }

    /// <summary>The spline at a place between the first and the last point, inclusive.</summary>
    public double At(double place)
    {
        var piece = Array.BinarySearch(_x, place);
        piece = Math.Clamp(piece < 0 ? ~piece - 1 : piece, 0, _x.Length - 2);
        var distance = place - _x[piece];
        return _y[piece] + (distance * (_first[piece] + (distance * (_second[piece] + (distance * _third[piece])))));
    }

    // The tridiagonal system of the second differences: diagonal in _first, off-diagonal in _third, right side in _second.
    private void Prepare()
    {
        var (x, y, last) = (_x, _y, _x.Length - 1);
        _third[0] = x[1] - x[0];
        _second[1] = (y[1] - y[0]) / _third[0];
        for (var i = 1; i < last; i++)
        {
            _third[i] = x[i + 1] - x[i];
            _first[i] = 2 * (_third[i - 1] + _third[i]);
            _second[i + 1] = (y[i + 1] - y[i]) / _third[i];
            _second[i] = _second[i + 1] - _second[i];
        }

        _first[0] = -_third[0];
        _first[last] = -_third[last - 1];
        _second[0] = 0;
        _second[last] = 0;
        if (last >= 3)
        {
            var start = (_second[2] / (x[3] - x[1])) - (_second[1] / (x[2] - x[0]));
            var end = (_second[last - 1] / (x[last] - x[last - 2])) - (_second[last - 2] / (x[last - 1] - x[last - 3]));
            _second[0] = start * _third[0] * _third[0] / (x[3] - x[0]);
            _second[last] = -end * _third[last - 1] * _third[last - 1] / (x[last] - x[last - 3]);
        }
    }

    private void Eliminate()
    {
        var last = _x.Length - 1;
        for (var i = 1; i <= last; i++)
        {
            var factor = _third[i - 1] / _first[i - 1];
            _first[i] -= factor * _third[i - 1];
            _second[i] -= factor * _second[i - 1];
        }

        _second[last] /= _first[last];
        for (var i = last - 1; i >= 0; i--)
        {
            _second[i] = (_second[i] - (_third[i] * _second[i + 1])) / _first[i];
        }
    }
}
