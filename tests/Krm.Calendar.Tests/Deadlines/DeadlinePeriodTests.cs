using Krm.Calendar.Deadlines;

namespace Krm.Calendar.Tests.Deadlines;

public sealed class DeadlinePeriodTests
{
    [Theory]
    [InlineData("P10D", DeadlineUnit.Days, 10, false)]
    [InlineData("P2W", DeadlineUnit.Weeks, 2, false)]
    [InlineData("p1m", DeadlineUnit.Months, 1, false)]
    [InlineData("P1Y", DeadlineUnit.Years, 1, false)]
    [InlineData("P0.5M", DeadlineUnit.Months, 0, true)]
    [InlineData("P1.5M", DeadlineUnit.Months, 1, true)]
    [InlineData(" PT48H ", DeadlineUnit.Hours, 48, false)]
    [InlineData("15AT", DeadlineUnit.WorkingDays, 15, false)]
    [InlineData("3wt", DeadlineUnit.Werktage, 3, false)]
    [InlineData("at-once", DeadlineUnit.AtOnce, 0, false)]
    [InlineData("P73000D", DeadlineUnit.Days, 73_000, false)]
    public void Parse_TextForm_GivesUnitAndCount(string text, DeadlineUnit unit, int count, bool hasHalfMonth)
    {
        DeadlinePeriod period = DeadlinePeriod.Parse(text);

        Assert.Equal((unit, count, hasHalfMonth), (period.Unit, period.Count, period.HasHalfMonth));
        Assert.Equal(text.Trim(), period.ToString(), ignoreCase: true);
        Assert.False(period.IsDefault);
        Assert.Equal(period, DeadlinePeriod.Parse(period.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("P0D")]
    [InlineData("P0M")]
    [InlineData("PT0H")]
    [InlineData("0AT")]
    [InlineData("P-1D")]
    [InlineData("P1D2H")]
    [InlineData("P1Y6M")]
    [InlineData("P1.5W")]
    [InlineData("P1.25M")]
    [InlineData("P.5M")]
    [InlineData("PT")]
    [InlineData("PTH")]
    [InlineData("AT")]
    [InlineData("P 1 D")]
    [InlineData("P73001D")]
    [InlineData("P201Y")]
    [InlineData("PT87841H")]
    [InlineData("P99999999999D")]
    [InlineData("P2401.5M")]
    [InlineData("1 month")]
    public void Parse_AnythingElse_IsRefusedWithWhatIsAllowed(string text)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => DeadlinePeriod.Parse(text));

        Assert.Contains("P10D", refusal.Message, StringComparison.Ordinal);
        Assert.False(DeadlinePeriod.TryParse(text, out DeadlinePeriod period));
        Assert.True(period.IsDefault);
    }

    [Fact]
    public void Of_CountOutsideRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlinePeriod.Of(0, DeadlineUnit.Days));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlinePeriod.Of(201, DeadlineUnit.Years));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlinePeriod.Of(1, DeadlineUnit.AtOnce));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlinePeriod.WithHalfMonth(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlinePeriod.WithHalfMonth(2_401));
        Assert.Equal("P200Y", DeadlinePeriod.Of(200, DeadlineUnit.Years).ToString());
        Assert.Equal("P10400W", DeadlinePeriod.Of(10_400, DeadlineUnit.Weeks).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlinePeriod.Of(10_401, DeadlineUnit.Weeks));
        Assert.Equal("P2400.5M", DeadlinePeriod.WithHalfMonth(2_400).ToString());
    }

    [Fact]
    public void Equals_UnitAndLength_Decide()
    {
        Assert.True(DeadlinePeriod.Parse("P7D") != DeadlinePeriod.Parse("P1W"));
        Assert.True(DeadlinePeriod.Parse("P1M") != DeadlinePeriod.Parse("P1.5M"));
        Assert.True(DeadlinePeriod.Parse("P1M") == DeadlinePeriod.Of(1, DeadlineUnit.Months));
        Assert.False(DeadlinePeriod.Parse("P1M").Equals((object)"P1M"));
        Assert.Equal(DeadlinePeriod.Parse("P1M").GetHashCode(), DeadlinePeriod.Of(1, DeadlineUnit.Months).GetHashCode());
        Assert.Equal("", default(DeadlinePeriod).ToString());
    }
}
