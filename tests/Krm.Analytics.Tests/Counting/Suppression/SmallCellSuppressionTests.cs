using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Counting.Suppression;

namespace Krm.Analytics.Tests.Counting.Suppression;

public class SmallCellSuppressionTests
{
    [Fact]
    public void FindHidden_OneSmallCell_HidesARectangle()
    {
        var hidden = SmallCellSuppression.FindHidden(new long[,] { { 3, 20, 30 }, { 10, 40, 50 }, { 60, 70, 80 } });

        Assert.True(hidden[0, 0]);
        Assert.Equal(4, hidden.Cast<bool>().Count(flag => flag));
        Assert.False(hidden[3, 3]);
    }

    [Fact]
    public void FindHidden_NothingSmall_HidesNothing()
    {
        var hidden = SmallCellSuppression.FindHidden(new long[,] { { 5, 0 }, { 7, 9 } });

        Assert.DoesNotContain(true, hidden.Cast<bool>());
    }

    [Fact]
    public void FindHidden_AnyTable_CannotBeUndoneByDifferences()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<byte>(), ArbMap.Default.ArbFor<int>(), (size, seed) =>
        {
            var random = new Random(seed);
            var counts = new long[1 + (size % 5), 1 + (size / 5 % 5)];
            for (var row = 0; row < counts.GetLength(0); row++)
            {
                for (var column = 0; column < counts.GetLength(1); column++)
                {
                    counts[row, column] = random.Next(4) == 0 ? 0 : random.Next(1, random.Next(2, 40));
                }
            }

            var hidden = SmallCellSuppression.FindHidden(counts);
            return SmallOnesAreHidden(counts, hidden) && Determined(hidden).Count == 0;
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), property);
    }

    [Fact]
    public void FindHidden_NoWayToHide_HidesAll()
    {
        var hidden = SmallCellSuppression.FindHidden(new long[,] { { 3 } });

        Assert.DoesNotContain(false, hidden.Cast<bool>());
    }

    [Fact]
    public void FindHidden_BadInput_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallCellSuppression.FindHidden(new long[,] { { -1 } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallCellSuppression.FindHidden(new long[,] { { 1 } }, 0));
    }

    private static bool SmallOnesAreHidden(long[,] counts, bool[,] hidden)
    {
        for (var row = 0; row < counts.GetLength(0); row++)
        {
            for (var column = 0; column < counts.GetLength(1); column++)
            {
                if (counts[row, column] is > 0 and < 5 && !hidden[row, column])
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The naive attack: which hidden entries have the same value in every solution of all row and column sums.</summary>
    private static List<(int Row, int Column)> Determined(bool[,] hidden)
    {
        var (rows, columns) = (hidden.GetLength(0), hidden.GetLength(1));
        var entries = new List<(int Row, int Column)>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (hidden[row, column])
                {
                    entries.Add((row, column));
                }
            }
        }

        var equations = new double[rows + columns, entries.Count];
        foreach (var (i, (row, column)) in entries.Index())
        {
            equations[row, i] = column < columns - 1 ? 1 : -1;
            equations[rows + column, i] = row < rows - 1 ? 1 : -1;
        }

        var pivots = Eliminate(equations);
        return
        [
            .. pivots.Where(pivot => Enumerable.Range(0, entries.Count).Count(i => Math.Abs(equations[pivot.Equation, i]) > 1e-9) == 1)
                .Select(pivot => entries[pivot.Entry]),
        ];
    }

    private static List<(int Equation, int Entry)> Eliminate(double[,] equations)
    {
        var pivots = new List<(int, int)>();
        var next = 0;
        for (var entry = 0; entry < equations.GetLength(1) && next < equations.GetLength(0); entry++)
        {
            var pivot = Enumerable.Range(next, equations.GetLength(0) - next).MaxBy(row => Math.Abs(equations[row, entry]));
            if (Math.Abs(equations[pivot, entry]) < 1e-9)
            {
                continue;
            }

            for (var i = 0; i < equations.GetLength(1); i++)
            {
                (equations[next, i], equations[pivot, i]) = (equations[pivot, i], equations[next, i]);
            }

            for (var row = 0; row < equations.GetLength(0); row++)
            {
                var factor = row == next ? 0 : equations[row, entry] / equations[next, entry];
                for (var i = 0; factor != 0 && i < equations.GetLength(1); i++)
                {
                    equations[row, i] -= factor * equations[next, i];
                }
            }

            pivots.Add((next++, entry));
        }

        return pivots;
    }
}
