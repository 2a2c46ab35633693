namespace Krm.Reporting.Aggregation;

/// <summary>Counts kept and broken promises.</summary>
internal sealed class PromiseTally(int smallestCount)
{
    private readonly SortedDictionary<string, (long Kept, long Broken)> _counts = new(StringComparer.Ordinal);

    public void Add(PromiseResult result)
    {
        _counts.TryGetValue(result.Promise, out var counts);
        _counts[result.Promise] = (
            counts.Kept + (result.IsKept == true ? 1 : 0),
            counts.Broken + (result.IsKept == false ? 1 : 0));
    }

    public IReadOnlyList<PromiseFigure> ToFigures() =>
    [
        .. _counts.Select(promise =>
        {
            var decided = promise.Value.Kept + promise.Value.Broken;
            return new PromiseFigure(
                promise.Key,
                decided > 0 && decided < smallestCount ? ReportCount.Suppressed : ReportCount.Of(decided),
                ShareInterval.Careful(promise.Value.Kept, decided, smallestCount));
        }),
    ];
}
