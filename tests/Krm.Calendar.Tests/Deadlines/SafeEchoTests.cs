using Krm.Calendar.Deadlines;
using Krm.Calendar.Deadlines.Serialization;
using NodaTime;

namespace Krm.Calendar.Tests.Deadlines;

/// <summary>What a message may repeat: short codes, numbers, dates and periods, never a name.</summary>
public sealed class SafeEchoTests
{
    [Theory]
    [InlineData("")]
    [InlineData("AZaz")]
    [InlineData("0099")]
    [InlineData("m5K")]
    [InlineData("2026-05-30T10:00:00Z")]
    [InlineData("P1.5M, PT48H")]
    [InlineData("+15AT / 3WT P1Y P2W P10D")]
    [InlineData("12345678901234567890123456789012")]
    public void Of_CodeOrNumber_IsRepeated(string text) => Assert.Equal($"'{text}'", SafeEcho.Of(text));

    [Theory]
    [InlineData("Meier", 5)]
    [InlineData("AB-C", 4)]
    [InlineData("a/b", 3)]
    [InlineData("A:", 2)]
    [InlineData("@AZ[", 4)]
    [InlineData("`az{", 4)]
    [InlineData("é", 1)]
    [InlineData("PTZDW", 5)]
    [InlineData("12 Meier", 8)]
    [InlineData("123456789012345678901234567890123", 33)]
    [InlineData("1;2", 3)]
    public void Of_AnythingElse_IsOnlyMeasured(string text, int length) => Assert.Equal($"({length} characters)", SafeEcho.Of(text));

    [Fact]
    public void Parse_BrokenCells_NamesWhatIsNeeded()
    {
        Dictionary<string, string> texts = new() { ["regime"] = "AO", ["event"] = "2026-06-01", ["land"] = "BE", ["fixed_date"] = "2026-06", ["notice"] = "x", ["recipient_land"] = "QQ", ["municipality"] = "1" };
        DeadlineSpecException refusal = Assert.Throws<DeadlineSpecException>(() => DeadlineSpecText.Parse(name => texts.GetValueOrDefault(name)));

        Assert.Equal(
            [
                "fixed_date '2026-06' is no day; needed is yyyy-MM-dd or a part of a month such as 2026-05-end.",
                "municipality '1' is no municipality key (AGS); needed are eight digits.",
                "land 'QQ' is unknown; allowed are BW, BY, BE, BB, HB, HH, HE, MV, NI, NW, RP, SL, SN, ST, SH, TH.",
                "notice 'x' is unknown; allowed are yes and no.",
            ],
            refusal.Problems.OrderBy(problem => Array.IndexOf(["f", "m", "l", "n"], problem[..1])));
    }

    [Fact]
    public void GetHashCode_DifferentPeriodsAndLists_Differ()
    {
        string[] periods = ["P1D", "P2D", "P1W", "P1M", "P1.5M", "P0.5M", "PT1H", "1AT", "1WT", "at-once", "P3D", "P2W"];
        Assert.Equal(periods.Length, periods.Select(text => DeadlinePeriod.Parse(text).GetHashCode()).Distinct().Count());

        LocalDate day = new(2026, 6, 1);
        LocalDate[][] lists = [[], [day], [day.PlusDays(1)], [day, day.PlusDays(1)], [day.PlusDays(1), day], [day, day]];
        Assert.Equal(lists.Length, lists.Select(list => ValueList<LocalDate>.Copy(list).GetHashCode()).Distinct().Count());
        ValueList<LocalDate> copy = ValueList<LocalDate>.Copy([day]);
        Assert.Same(copy, ValueList<LocalDate>.Copy(copy));
        Assert.False(copy.Equals((object?)null));
        Assert.Single(copy);
        Assert.Contains("2026", copy.ToString(), StringComparison.Ordinal);
    }
}
