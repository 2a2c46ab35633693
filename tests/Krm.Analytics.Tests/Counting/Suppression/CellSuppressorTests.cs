using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Counting.Suppression;

namespace Krm.Analytics.Tests.Counting.Suppression;

public class CellSuppressorTests
{
    private const int Smallest = 5;

    [Fact]
    public void Protect_SmallTables_LeavesEveryWithheldCellAmbiguous()
    {
        var arbitrary = Gen.OneOf(Tables(2, 2, 9), Tables(4, 1, 9)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(arbitrary, values =>
        {
            var grid = Protect(values);
            foreach (var (row, column, low, high) in NaiveAttacker.Bounds(grid))
            {
                Assert.True(
                    high - low >= Smallest,
                    $"Cell {row},{column} of {Text(values)} lies between {low} and {high}");
            }
        }));
    }

    [Fact]
    public void Protect_AnyTable_PublishesNoSmallCount()
    {
        var arbitrary = Tables(5, 4, 30).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(arbitrary, values =>
        {
            var grid = Protect(values);
            for (var row = 0; row <= grid.Rows; row++)
            {
                for (var column = 0; column <= grid.Columns; column++)
                {
                    Assert.True(grid.IsWithheld || grid[row, column].IsSuppressed || grid[row, column].Value is 0 or >= Smallest);
                }
            }
        }));
    }

    [Fact]
    public void Protect_OneSmallCellInOneColumn_WithholdsAnotherToo()
    {
        var grid = Protect(new long[,] { { 3 }, { 100 }, { 50 } });

        Assert.False(grid.IsWithheld);
        Assert.True(grid[0, 0].IsSuppressed);
        Assert.True(grid[2, 0].IsSuppressed);
        Assert.False(grid[1, 0].IsSuppressed);
        Assert.False(grid.Total.IsSuppressed);
    }

    [Fact]
    public void Protect_NothingSmall_WithholdsNothing()
    {
        var grid = Protect(new long[,] { { 5, 0 }, { 100, 7 } });

        Assert.Empty(NaiveAttacker.Bounds(grid));
        Assert.False(grid.IsWithheld);
    }

    [Fact]
    public void Protect_SharedTotals_StayHiddenInBothTables()
    {
        var arbitrary = Tables(4, 3, 12).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(arbitrary, values =>
        {
            var first = Grid(values);
            var second = Grid(Reverse(values));
            for (var row = 0; row <= first.Rows; row++)
            {
                second[row, second.Columns] = first[row, first.Columns];
            }

            CellSuppressor.Protect([first, second], new HashSet<CountCell> { first.Total }, Smallest);

            Assert.Empty(NaiveAttacker.Solve([first, second]));
        }));
    }

    private static CountGrid Protect(long[,] values)
    {
        var grid = Grid(values);
        CellSuppressor.Protect([grid], new HashSet<CountCell> { grid.Total }, Smallest);
        return grid;
    }

    private static CountGrid Grid(long[,] values)
    {
        var grid = new CountGrid(values.GetLength(0), values.GetLength(1));
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                grid[row, column].Value = values[row, column];
            }
        }

        grid.AddUp();
        return grid;
    }

    /// <summary>Keeps the row totals and spreads them differently over the columns.</summary>
    private static long[,] Reverse(long[,] values)
    {
        var reversed = new long[values.GetLength(0), values.GetLength(1)];
        for (var row = 0; row < values.GetLength(0); row++)
        {
            for (var column = 0; column < values.GetLength(1); column++)
            {
                reversed[row, column] = values[row, (column + row) % values.GetLength(1)];
            }
        }

        return reversed;
    }

    private static Gen<long[,]> Tables(int largestRows, int largestColumns, int largestValue) =>
        from rows in Gen.Choose(1, largestRows)
        from columns in Gen.Choose(1, largestColumns)
        from values in Gen.Choose(0, largestValue).ArrayOf(rows * columns)
        select Fold(values, rows, columns);

    private static long[,] Fold(int[] values, int rows, int columns)
    {
        var folded = new long[rows, columns];
        for (var index = 0; index < values.Length; index++)
        {
            folded[index / columns, index % columns] = values[index];
        }

        return folded;
    }

    private static string Text(long[,] values) => string.Join(' ', values.Cast<long>());
}
