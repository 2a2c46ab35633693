using Krm.Reporting.Formatting;
using NodaTime;

namespace Krm.Reporting.Tests.Formatting;

public class GermanFormatTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1234567, "1.234.567")]
    public void Count_Thousands_AreSeparatedByPoints(long value, string expected) => Assert.Equal(expected, GermanFormat.Count(value));

    [Theory]
    [InlineData(0, "0\u00a0%")]
    [InlineData(.5, "50\u00a0%")]
    [InlineData(.9996, "99,9\u00a0%")]
    [InlineData(.0004, "0,1\u00a0%")]
    [InlineData(.955, "96\u00a0%")]
    [InlineData(1, "100\u00a0%")]
    public void Percent_NearTheEnds_IsNotRoundedToThem(double share, string expected) =>
        Assert.Equal(expected, GermanFormat.Percent(share));

    [Theory]
    [InlineData(.123, "+12\u00a0%")]
    [InlineData(-.08, "\u22128\u00a0%")]
    [InlineData(.001, "±0\u00a0%")]
    public void Change_Always_HasASign(double change, string expected) => Assert.Equal(expected, GermanFormat.Change(change));

    [Fact]
    public void Date_IsDayMonthYear() => Assert.Equal("05.03.2026", GermanFormat.Date(new LocalDate(2026, 3, 5)));

    [Theory]
    [InlineData(1, "1\u00a0Tag")]
    [InlineData(28, "28\u00a0Tagen")]
    public void AfterDays_OneOrMany_IsDative(double days, string expected) => Assert.Equal(expected, GermanFormat.AfterDays(days));
}
