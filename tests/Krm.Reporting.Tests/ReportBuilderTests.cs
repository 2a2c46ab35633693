using Krm.Analytics.Effects;
using NodaTime;

namespace Krm.Reporting.Tests;

public class ReportBuilderTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    [Fact]
    public void Build_NoCases_HasNothingToShow()
    {
        var data = SampleBacklog.Create(0).Build();

        Assert.Equal(0, data.CaseCount.Value);
        Assert.True(data.Arrivals.IsEmpty);
        Assert.Null(data.Overall);
    }

    [Fact]
    public void Build_FewerCasesThanSmallestCount_ShowsNoNumber()
    {
        var data = SampleBacklog.Create(4).Build();

        Assert.True(data.CaseCount.IsSuppressed);
        Assert.All(
            new[] { data.Arrivals, data.CategoryCounts, data.Categories, data.Overdue },
            table => Assert.True(table.IsEmpty));
        Assert.Empty(data.Units);
        Assert.True(data.OverdueCount.IsSuppressed);
        Assert.Equal(SampleBacklog.AsOf, data.Header.From);
    }

    [Fact]
    public void Build_ManyCases_LosesNone()
    {
        var data = SampleBacklog.Create(3000).Build();

        Assert.Equal(3000, data.CaseCount.Value);
        Assert.Equal(3000, data.Units.Sum(unit => unit.Cases.Value));
        Assert.Equal(3000, data.CategoryCounts.RowTotals.Sum(total => total.Value));
        Assert.Equal(3000, data.Arrivals.ColumnTotals.Sum(total => total.Value));
    }

    [Fact]
    public void Build_ClosedOnLastDay_CountsAsInTime()
    {
        var builder = new ReportBuilder(new ReportOptions { AsOf = Day.PlusDays(60) });
        for (var index = 0; index < 100; index++)
        {
            builder.Add(new ReportCase { Received = Day, Due = Day.PlusDays(28), Closed = Day.PlusDays(index < 70 ? 28 : 29) });
        }

        var overall = builder.Build().Overall!;

        Assert.Equal(.7, overall.InTime!.Value.Share);
        Assert.Equal(28, overall.MedianDays);
        Assert.Equal(29, overall.NinetiethPercentileDays);
    }

    [Fact]
    public void Build_OpenOnDayOfReport_CountsAsMissedOnlyAfterLastDay()
    {
        var builder = new ReportBuilder(new ReportOptions { AsOf = Day.PlusDays(28) });
        for (var index = 0; index < 100; index++)
        {
            builder.Add(new ReportCase
            {
                Received = Day,
                Due = Day.PlusDays(index < 40 ? 27 : 28),
                Closed = index is >= 40 and < 100 ? Day.PlusDays(index < 50 ? 10 : 29) : null,
            });
        }

        var data = builder.Build();

        // 40 are overdue, 10 closed in time; 50 are closed after the day of the report and due on it.
        Assert.Equal(40, data.OverdueCount.Value);
        Assert.Equal(.2, data.Overall!.InTime!.Value.Share);
    }

    [Fact]
    public void Build_ManyOpenCases_DoNotMakeTheOfficeLookFast()
    {
        var builder = new ReportBuilder(new ReportOptions { AsOf = Day.PlusDays(100) });
        for (var index = 0; index < 100; index++)
        {
            builder.Add(new ReportCase { Received = Day, Due = Day.PlusDays(28), Closed = index < 40 ? Day.PlusDays(3) : null });
        }

        Assert.Null(builder.Build().Overall!.MedianDays);
    }

    [Fact]
    public void Build_PeriodWithCasesBefore_ComparesWithSameDaysAYearBefore()
    {
        var builder = new ReportBuilder(ReportPresets.HalfYearlyMonitoring("Landratsamt", 2026, 1));
        for (var day = new LocalDate(2025, 1, 1); day <= new LocalDate(2026, 8, 1); day = day.PlusDays(1))
        {
            builder.Add(new ReportCase { Received = day, Category = "Bauantrag" });
            builder.Add(new ReportCase { Received = day, Category = day.Year == 2026 ? "Bauantrag" : "alt" });
        }

        var data = builder.Build();

        Assert.Equal(181 * 2, data.CaseCount.Value);
        Assert.Equal(2, data.Windows.Count);
        Assert.Equal(new LocalDate(2025, 1, 1), data.Windows[0].From);
        Assert.Equal(new LocalDate(2025, 6, 30), data.Windows[0].To);
        Assert.Equal(181, data.Categories.Cells[0][0].Value);
        Assert.Equal(362, data.Categories.Cells[0][1].Value);
        Assert.Equal(32 * 2, data.Method.ReceivedLater.Value);
    }

    [Fact]
    public void Build_Department_ReportsOnlyItsCases()
    {
        var builder = SampleBacklog.Create(3000, options: ReportPresets.Department(
            "Bezirksamt", "Bauprüfung", new LocalDate(2025, 7, 1), new LocalDate(2026, 6, 30)));

        var data = builder.Build();

        Assert.Equal("Bauprüfung", Assert.Single(data.Units).Group);
        Assert.InRange(data.CaseCount.Value!.Value, 50, 400);
    }

    [Fact]
    public void Build_Promises_CountsOnlyDecidedOnes()
    {
        var builder = new ReportBuilder(new ReportOptions { AsOf = Day });
        for (var index = 0; index < 100; index++)
        {
            builder.Add(new ReportCase
            {
                Received = Day,
                Promises = [new("Eingangsbestätigung", index < 50 ? true : index < 75 ? false : null), new("Termin", null)],
            });
        }

        var promises = builder.Build().Promises;

        Assert.Equal(["Eingangsbestätigung", "Termin"], promises.Select(promise => promise.Promise));
        Assert.Equal(75, promises[0].Decided.Value);
        Assert.Equal(.7, promises[0].Kept!.Value.Share);
        Assert.Null(promises[1].Kept);
    }

    [Fact]
    public void Build_EffectOnFewCases_HidesItsNumbers()
    {
        var builder = new ReportBuilder(new ReportOptions { AsOf = Day });
        builder.Add(new EffectFigure("Maßnahme", Day, EffectVerdict.Improved, -.5, -.9, -.1, 3, "3 statt 6 Vorgänge."));

        var effect = Assert.Single(builder.Build().Effects);

        Assert.Null(effect.Change);
        Assert.DoesNotContain("3", effect.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_CausesOfOtherTimesOrUnits_AreLeftOut()
    {
        CauseFigure Cause(string unit, LocalDate from, long observed) => new()
        {
            Pattern = "Häufung",
            Cell = [new("fachamt", unit)],
            From = from,
            To = from.PlusDays(20),
            Observed = observed,
            Expected = 1,
        };
        var builder = new ReportBuilder(ReportPresets.Department("Amt", "A", Day, Day.PlusDays(100)));
        builder.Add(Cause("A", Day.PlusDays(-10), 9));
        builder.Add(Cause("B", Day, 9));
        builder.Add(Cause("A", Day.PlusDays(-21), 9));
        builder.Add(Cause("A", Day, 4));

        Assert.Equal(Day.PlusDays(-10), Assert.Single(builder.Build().Causes).From);
    }

    [Fact]
    public void Build_PeriodNotOverYet_EndsOnDayOfReport() => Assert.Equal(
        Day,
        new ReportBuilder(ReportPresets.Yearly("Amt", Day.Year, Day)[0]).Build().Header.To);

    [Fact]
    public void Build_SteadyWeeks_ForecastsThem()
    {
        var random = new Random(7);
        var hits = 0;
        var weeks = 0;
        for (var run = 0; run < 60; run++)
        {
            var builder = new ReportBuilder(new ReportOptions { AsOf = Day.PlusDays(-1) });
            for (var week = 1; week <= 80; week++)
            {
                for (var count = Poisson(random, 30); count > 0; count--)
                {
                    builder.Add(new ReportCase { Received = Day.PlusDays((-7 * week) + random.Next(7)) });
                }
            }

            foreach (var week in builder.Build().Forecast)
            {
                var actual = Poisson(random, 30);
                weeks++;
                hits += actual >= week.Low && actual <= week.High ? 1 : 0;
            }
        }

        Assert.Equal(360, weeks);
        Assert.InRange((double)hits / weeks, .9, 1);
    }

    [Fact]
    public void Build_BacklogThatEndedLongAgo_ForecastsNothing()
    {
        var builder = new ReportBuilder(new ReportOptions { AsOf = Day });
        for (var index = 0; index < 3000; index++)
        {
            builder.Add(new ReportCase { Received = Day.PlusDays(-30 - (index % 700)) });
        }

        Assert.Empty(builder.Build().Forecast);
    }

    [Theory]
    [InlineData(0, 12)]
    [InlineData(101, 12)]
    [InlineData(5, 2)]
    public void Create_NumberOutOfRange_IsRefused(int smallestCount, int largestGroupCount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportBuilder(new ReportOptions
        {
            AsOf = Day,
            SmallestCount = smallestCount,
            LargestGroupCount = largestGroupCount,
        }));

    [Fact]
    public void Create_PeriodThatEndsBeforeItBegins_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReportBuilder(new ReportOptions { AsOf = Day, From = Day.PlusDays(1) }));

    private static int Poisson(Random random, double mean)
    {
        var count = 0;
        for (var product = random.NextDouble(); product > Math.Exp(-mean); product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
