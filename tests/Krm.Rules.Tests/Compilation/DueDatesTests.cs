using Krm.Rules.Compilation;
using Krm.Rules.Facts;

namespace Krm.Rules.Tests.Compilation;

public class DueDatesTests
{
    [Theory]
    [InlineData(DayNumber.Earliest, 1)]
    [InlineData(DayNumber.Earliest + 511, 1)]
    [InlineData(DayNumber.Earliest + 512, 1)]
    [InlineData(0, 1)]
    [InlineData(DayNumber.Latest, 1)]
    [InlineData(DayNumber.Earliest - 1, 2)]
    [InlineData(DayNumber.Latest + 1, 2)]
    public void Item_AskedTwice_IsComputedOnceWithinTheDaysOfRuleSets(int start, int computations)
    {
        var asked = new List<int>();
        var dates = new DueDates(day =>
        {
            asked.Add(day);
            return day - 3;
        });

        Assert.Equal((start - 3, start - 3), (dates[start], dates[start]));
        Assert.Equal(Enumerable.Repeat(start, computations), asked);
    }

    [Fact]
    public void Item_DaysOfOnePage_AreKeptSideBySide()
    {
        var computations = 0;
        var dates = new DueDates(day =>
        {
            computations++;
            return day + 14;
        });

        for (var round = 0; round < 2; round++)
        {
            for (var day = 20_000; day < 20_600; day++)
            {
                Assert.Equal(day + 14, dates[day]);
            }
        }

        Assert.Equal(600, computations);
    }
}
