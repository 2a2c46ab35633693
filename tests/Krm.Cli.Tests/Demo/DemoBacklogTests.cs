using Krm.Cli.Demo;

namespace Krm.Cli.Tests.Demo;

public sealed class DemoBacklogTests
{
    [Fact]
    public void Generate_SameSeed_ReturnsSameCases() =>
        Assert.Equal(DemoBacklog.Generate(7), DemoBacklog.Generate(7));

    [Fact]
    public void Generate_OtherSeed_ReturnsOtherCases() =>
        Assert.NotEqual(DemoBacklog.Generate(7), DemoBacklog.Generate(8));

    [Fact]
    public void Generate_DefaultSeed_SpansTwoYearsWithAboutThreeThousandCases()
    {
        var cases = DemoBacklog.Generate();

        Assert.InRange(cases.Count, 2_700, 3_300);
        Assert.InRange(cases[0].Received, DemoBacklog.FirstDay, DemoBacklog.FirstDay.PlusDays(6));
        Assert.InRange(cases[^1].Received, DemoBacklog.AsOf.PlusDays(-7), DemoBacklog.AsOf.PlusDays(-1));
        Assert.Equal(cases.OrderBy(one => one.Received), cases);
    }

    [Fact]
    public void Generate_DefaultSeed_ContainsEveryVariety()
    {
        var cases = DemoBacklog.Generate();

        Assert.Superset(
            new HashSet<string> { "Anregung", "Beschwerde", "Lob", "Widerspruch", "Dienstaufsichtsbeschwerde" },
            cases.Select(one => one.Kind).ToHashSet());
        Assert.Equal(12, cases.Select(one => one.Category).Distinct().Count());
        Assert.Equal(3, cases.Select(one => one.Procedure).Distinct().Count());
        Assert.Equal(3, cases.Select(one => one.Addressee).Distinct().Count());
        Assert.Contains(cases, one => one.Unit == "Jugend- und Familienhilfe");
        Assert.Contains(cases, one => one.Label is null);
        Assert.Contains(cases, one => one.Label is not null && one.Label != one.Category);
        Assert.Contains(cases, one => one.Closed is null);
        Assert.DoesNotContain(cases, one => one.Closed < one.Received);
        Assert.DoesNotContain(cases, one => one.Text.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public void Row_EveryCase_HasACellForEveryColumn() =>
        Assert.All(DemoBacklog.Generate(), one => Assert.Equal(DemoTable.Columns.Count, DemoTable.Row(1, one).Length));

    [Fact]
    public void Generate_PlantedMeasure_HalvesItsCategory()
    {
        var cases = DemoBacklog.Generate().Where(one => one.Category == DemoBacklog.PlantedMeasure.Category).ToList();
        var weeksBefore = NodaTime.Period.DaysBetween(DemoBacklog.FirstDay, DemoBacklog.PlantedMeasure.Date) / 7.0;

        var before = cases.Count(one => one.Received < DemoBacklog.PlantedMeasure.Date) / weeksBefore;
        var after = cases.Count(one => one.Received >= DemoBacklog.PlantedMeasure.Date) / (DemoBacklog.Weeks - weeksBefore);
        Assert.InRange(after / before, 0.35, 0.65);
    }

    [Fact]
    public void Generate_Acknowledgements_FollowTheReceiptAndSomeAreForgotten()
    {
        var cases = DemoBacklog.Generate();

        Assert.DoesNotContain(cases, one => one.Acknowledged < one.Received || one.Acknowledged > one.Closed || one.Acknowledged >= DemoBacklog.AsOf);
        Assert.InRange(cases.Count(one => one.Acknowledged is null) / (double)cases.Count, 0.02, 0.15);
    }

    [Fact]
    public void Generate_EveryPlantedCause_RaisesItsCellInItsWeeks()
    {
        var cases = DemoBacklog.Generate();

        foreach (var cause in DemoBacklog.PlantedCauses)
        {
            var during = cases.Count(one => one.Category == cause.Category
                && (cause.Place is null || one.Place == cause.Place)
                && one.Received >= cause.From && one.Received <= cause.To);
            Assert.True(during >= cause.Weeks * cause.ExtraPerWeek);
        }
    }
}
