namespace Krm.Reporting.Aggregation;

/// <summary>How many days pass until a share of the cases is closed, open cases counted as "at least so long".</summary>
/// <remarks>
/// Kaplan, E. L. and Meier, P. (1958): Nonparametric estimation from incomplete observations. JASA 53, 457–481.
/// Leaving open cases out would call an office fast that leaves its hard cases lying.
/// </remarks>
internal sealed class SurvivalCurve
{
    private readonly List<(long Closed, long Open)> _days = [];

    public long Count { get; private set; }

    public void Add(int days, bool isClosed)
    {
        while (_days.Count <= days)
        {
            _days.Add(default);
        }

        var counts = _days[days];
        _days[days] = isClosed ? (counts.Closed + 1, counts.Open) : (counts.Closed, counts.Open + 1);
        Count++;
    }

    /// <summary>Days until the share is closed; <see langword="null"/> where so many are not closed yet.</summary>
    public double? Quantile(double share)
    {
        var atRisk = Count;
        var remaining = 1.0;
        for (var day = 0; day < _days.Count; day++)
        {
            var (closed, open) = _days[day];
            if (closed + open == 0)
            {
                continue;
            }

            remaining *= 1 - ((double)closed / atRisk);
            if (remaining <= 1 - share + 1e-12)
            {
                return day;
            }

            atRisk -= closed + open;
        }

        return null;
    }

    /// <summary>Share closed up to and including each of the days, which ascend; ends where no case was open that long.</summary>
    public IEnumerable<double> ClosedAfter(IEnumerable<int> days)
    {
        var atRisk = Count;
        var remaining = 1.0;
        var next = 0;
        foreach (var day in days)
        {
            for (; next < _days.Count && next <= day; next++)
            {
                var (closed, open) = _days[next];
                if (closed + open > 0)
                {
                    remaining *= 1 - ((double)closed / atRisk);
                    atRisk -= closed + open;
                }
            }

            if (next == _days.Count && remaining > 1e-12)
            {
                yield break;
            }

            yield return 1 - remaining;
        }
    }
}
