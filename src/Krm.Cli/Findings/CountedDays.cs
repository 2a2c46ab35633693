using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Cli.Findings;

/// <summary>Which days and values of a table of counts have been seen: a group cannot occur twice in one result.</summary>
internal sealed class CountedDays(string file, Messages messages)
{
    private readonly Dictionary<(LocalDate Day, string Values), long> _lines = [];

    /// <exception cref="RefusalException">The day and values were there already.</exception>
    public void Add(LocalDate day, string[] values, long line)
    {
        // Lengths in front make the key of values with any signs in them unambiguous.
        var key = (day, string.Concat(values.Select(value => $"{value.Length}:{value}")));
        if (!_lines.TryAdd(key, line))
        {
            throw new RefusalException(messages.RepeatedCount(file, line, _lines[key]));
        }
    }

    /// <summary>The periods between the first and the last one without any row.</summary>
    public IReadOnlyList<CountPeriod> FindMissing(PeriodKind kind)
    {
        var periods = _lines.Keys.Select(key => CountPeriod.Of(kind, key.Day)).ToHashSet();
        if (periods.Count == 0)
        {
            return [];
        }

        var (first, last) = (periods.Min(), periods.Max());
        return [.. Enumerable.Range(0, last.Number - first.Number).Select(first.Plus).Where(period => !periods.Contains(period))];
    }
}
