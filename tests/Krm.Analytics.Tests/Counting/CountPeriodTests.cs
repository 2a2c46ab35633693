using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Analytics.Tests.Counting;

public class CountPeriodTests
{
    [Theory]
    [InlineData(2026, 1, 1, "2026-W01", "2025-12-29", "2026-01-04", "KW 1/2026")]
    [InlineData(2024, 12, 30, "2025-W01", "2024-12-30", "2025-01-05", "KW 1/2025")]
    [InlineData(2021, 1, 3, "2020-W53", "2020-12-28", "2021-01-03", "KW 53/2020")]
    public void Of_Week_FollowsIso(int year, int month, int day, string text, string start, string end, string german)
    {
        var period = CountPeriod.Of(PeriodKind.Week, new LocalDate(year, month, day));

        Assert.Equal(text, period.ToString());
        Assert.Equal(start, period.Start.ToString("uuuu-MM-dd", null));
        Assert.Equal(end, period.End.ToString("uuuu-MM-dd", null));
        Assert.Equal(german, period.ToGerman());
    }

    [Fact]
    public void Of_Month_CoversItsDays()
    {
        var period = CountPeriod.Of(PeriodKind.Month, new LocalDate(2024, 2, 29));

        Assert.Equal("2024-02", period.ToString());
        Assert.Equal(new LocalDate(2024, 2, 1), period.Start);
        Assert.Equal(new LocalDate(2024, 2, 29), period.End);
        Assert.Equal("März 2024", period.Plus(1).ToGerman());
        Assert.Equal("2023-12", period.Plus(-2).ToString());
    }

    [Fact]
    public void Of_EveryDay_LiesInItsPeriod()
    {
        for (var day = new LocalDate(2015, 12, 1); day < new LocalDate(2027, 2, 1); day = day.PlusDays(1))
        {
            foreach (var kind in new[] { PeriodKind.Week, PeriodKind.Month })
            {
                var period = CountPeriod.Of(kind, day);
                Assert.InRange(day, period.Start, period.End);
                Assert.Equal(period, CountPeriod.Of(kind, period.Start));
                Assert.Equal(period, CountPeriod.Of(kind, period.End));
            }
        }
    }

    [Fact]
    public void CompareTo_OtherKind_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new CountPeriod(PeriodKind.Week, 1) < new CountPeriod(PeriodKind.Month, 1));
}
