using Krm.Rules.Facts;

namespace Krm.Rules.Compilation;

/// <summary>Last days of one period under one rule, by the day it starts from; each is computed once and kept.</summary>
/// <remarks>
/// Pages of plain numbers, filled on demand. Threads may compute the same day twice and write the same number, which is
/// why no lock is needed.
/// </remarks>
internal sealed class DueDates(Func<int, int> compute)
{
    /// <summary>Stands for "no day".</summary>
    public const int None = int.MinValue;

    private const int PageSize = 512;
    private readonly int[]?[] _pages = new int[]?[((DayNumber.Latest - DayNumber.Earliest) / PageSize) + 1];

    /// <summary>The last day of the period that starts from the day.</summary>
    public int this[int start]
    {
        get
        {
            // A period that starts from another duty can start beyond the days a rule set speaks of.
            if (start is < DayNumber.Earliest or > DayNumber.Latest)
            {
                return compute(start);
            }

            var position = start - DayNumber.Earliest;
            var page = _pages[position / PageSize] ??= new int[PageSize];
            var stored = page[position % PageSize];
            if (stored != 0)
            {
                return stored - 1 + DayNumber.Earliest;
            }

            var day = compute(start);
            page[position % PageSize] = day - DayNumber.Earliest + 1;
            return day;
        }
    }
}
