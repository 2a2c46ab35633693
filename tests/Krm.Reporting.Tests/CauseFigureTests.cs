using Krm.Analytics.Causes;
using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Reporting.Tests;

public class CauseFigureTests
{
    private static readonly LocalDate Start = new(2024, 1, 1);

    [Fact]
    public void Of_CauseWithCounts_ShowsCourseWithBand()
    {
        var figure = CauseFigure.Of(Cause(), Cube(week => week is >= 90 and < 95 ? 40 : 10));

        Assert.Equal(104, figure.Series.Count);
        Assert.Equal(Start, figure.Series[0].Start);
        Assert.Equal(40, figure.Series[91].Observed.Value);
        Assert.Equal(10, figure.Usual!.Value.Expected);
        Assert.InRange(figure.Usual!.Value.High, 15, 20);
        Assert.InRange(figure.Usual!.Value.Low, 3, 6);
        Assert.Equal("Häufung", figure.Pattern);
    }

    [Fact]
    public void Of_RareCases_PutsWeeksTogether()
    {
        var figure = CauseFigure.Of(Cause(), Cube(_ => 2));

        Assert.Equal(26, figure.Series.Count);
        Assert.All(figure.Series, point => Assert.Equal(8, point.Observed.Value));
    }

    [Fact]
    public void Of_SmallNumbers_AreWithheld()
    {
        var figure = CauseFigure.Of(Cause(), Cube(week => week % 26 == 0 ? 1 : 0));

        Assert.DoesNotContain(figure.Series, point => point.Observed.Value is > 0 and < 5);
    }

    [Fact]
    public void Of_WithoutCounts_HasNoCourse() => Assert.Empty(CauseFigure.Of(Cause()).Series);

    private static CountCube Cube(Func<int, int> count)
    {
        var plan = new CountPlan(PeriodKind.Week, ["bezirk", "label"]);
        var builder = new CountCubeBuilder(plan);
        for (var week = 0; week < 104; week++)
        {
            for (var index = 0; index < count(week); index++)
            {
                builder.Add(Start.PlusDays(7 * week), ["Mitte", "Müll"]);
            }

            builder.Add(Start.PlusDays(7 * week), ["Mitte", "anderes"]);
        }

        return builder.Build();
    }

    private static RecurringCause Cause() => new()
    {
        Id = "0123456789abcdef",
        Pattern = CausePattern.Burst,
        Cell = new CauseCell([new("bezirk", "Mitte"), new("label", "Müll")]),
        From = Start.PlusDays(7 * 90),
        To = Start.PlusDays((7 * 95) - 1),
        Observed = 200,
        Expected = 50,
        ExcessLow = 100,
        ExcessHigh = 200,
        RateRatio = 4,
        RateRatioLow = 3,
        RateRatioHigh = 5,
        PValue = 1e-6,
        QValue = 1e-5,
        Terms = [],
        Examples = ["Text eines Bürgers"],
        Sentence = "Satz",
    };
}
