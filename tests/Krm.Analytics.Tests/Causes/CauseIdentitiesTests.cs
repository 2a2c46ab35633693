using Krm.Analytics.Causes;
using NodaTime;
using Xunit.Abstractions;

namespace Krm.Analytics.Tests.Causes;

public class CauseIdentitiesTests(ITestOutputHelper output)
{
    private static readonly LocalDate Monday = new(2025, 3, 3);

    /// <summary>Week after week is appended; a finding that is still there should still be called the same.</summary>
    [Fact]
    public void Detect_WeekAfterWeekAppended_KeepsIds()
    {
        var (withEarlier, without, steps, moved) = (0, 0, 0, 0);
        for (var seed = 1; seed <= SimulationRuns.OrDefault(3); seed++)
        {
            var random = new Random(seed);
            var cube = new SimulatedCases(seed).Plant(40 + random.Next(20), 3, 12, "U3", "C4").Plant(60 + random.Next(10), 44, 5, "*", "C5").Count();
            IReadOnlyList<RecurringCause> earlier = [];
            IReadOnlyList<RecurringCause> previous = [];
            for (var week = 64; week <= SimulatedCases.Weeks; week++)
            {
                var asOf = SimulatedCases.FirstDay.PlusWeeks(week).PlusDays(-1);
                var chained = new CauseDetector(new CauseDetectorOptions { EarlierFindings = earlier }).Detect(cube, asOf);
                var alone = new CauseDetector().Detect(cube, asOf);
                foreach (var (cause, index) in alone.Select((cause, index) => (cause, index)))
                {
                    if (previous.FirstOrDefault(one => one.Cell.Equals(cause.Cell) && one.From <= cause.To && cause.From <= one.To) is { } before)
                    {
                        steps++;
                        moved += before.From != cause.From ? 1 : 0;
                        without += previous.Any(one => one.Id == cause.Id) ? 1 : 0;
                        withEarlier += earlier.Any(one => one.Id == chained[index].Id) ? 1 : 0;
                    }
                }

                (earlier, previous) = (chained, alone);
            }
        }

        output.WriteLine($"{steps} findings seen again a week later, {moved} with another start: id kept with the earlier findings {withEarlier}, without {without}");
        Assert.True(steps > 50);
        Assert.True(moved > 0);
        Assert.Equal(steps, withEarlier);
        Assert.True(without >= 0.95 * steps);
    }

    [Fact]
    public void Assign_StartMovedByAWeek_KeepsTheIdAlsoWithoutEarlierFindings() =>
        Assert.Equal(IdOf(Rise(Monday, 4)), IdOf(Rise(Monday.PlusWeeks(1), 4)));

    [Fact]
    public void Assign_BurstThatBecomesAShift_KeepsTheId() =>
        Assert.Equal(IdOf(Rise(Monday, 4)), IdOf(Rise(Monday, 20) with { Pattern = CausePattern.Shift }));

    [Fact]
    public void Assign_OtherCellOrKind_HasAnotherId()
    {
        var rise = Rise(Monday, 4);
        var ids = new[] { rise, rise with { Cell = Cell("U2") }, rise with { Pattern = CausePattern.Trend }, rise with { Pattern = CausePattern.Seasonal }, rise with { Pattern = CausePattern.Seasonal, Event = "Bescheide" }, rise with { Pattern = CausePattern.Chronic } }.Select(cause => IdOf(cause));

        Assert.Equal(6, ids.Distinct().Count());
    }

    [Fact]
    public void Assign_TwoRisesInOneYear_HaveTwoIdsTheEarlierOneAsIfAlone()
    {
        var causes = CauseIdentities.Assign([Rise(Monday.PlusWeeks(12), 4), Rise(Monday, 4)], []);

        Assert.NotEqual(causes[0].Id, causes[1].Id);
        Assert.Equal(IdOf(Rise(Monday, 4)), causes[1].Id);
    }

    [Fact]
    public void Assign_EarlierRiseOverAndANewOneBegins_DoesNotInheritItsId()
    {
        var earlier = CauseIdentities.Assign([Rise(Monday, 4)], []);

        var causes = CauseIdentities.Assign([Rise(Monday.PlusWeeks(10), 4)], earlier);

        Assert.NotEqual(earlier[0].Id, causes[0].Id);
    }

    [Fact]
    public void Assign_EarlierRiseThatStartsMonthsOff_IsContinuedWhereItOverlaps()
    {
        var earlier = CauseIdentities.Assign([Rise(Monday, 40), Rise(Monday.PlusWeeks(60), 4)], []);

        var causes = CauseIdentities.Assign([Rise(Monday.PlusWeeks(59), 6), Rise(Monday.PlusWeeks(30), 20)], earlier);

        Assert.Equal([earlier[1].Id, earlier[0].Id], causes.Select(cause => cause.Id));
    }

    [Fact]
    public void Assign_OneEarlierForTwo_GoesToTheNearerStartAndTheOtherGetsANewId()
    {
        var earlier = CauseIdentities.Assign([Rise(Monday, 30)], []);

        var causes = CauseIdentities.Assign([Rise(Monday.PlusWeeks(20), 4), Rise(Monday.PlusWeeks(1), 4)], earlier);

        Assert.Equal(earlier[0].Id, causes[1].Id);
        Assert.NotEqual(earlier[0].Id, causes[0].Id);
    }

    private static string IdOf(RecurringCause cause) => CauseIdentities.Assign([cause], [])[0].Id;

    private static CauseCell Cell(string unit) => new([new("unit", unit)]);

    private static RecurringCause Rise(LocalDate from, int weeks) => new()
    {
        Id = "",
        Pattern = CausePattern.Burst,
        Cell = Cell("U1"),
        From = from,
        To = from.PlusWeeks(weeks).PlusDays(-1),
        Observed = 40,
        Expected = 10,
        ExcessLow = 20,
        ExcessHigh = 35,
        RateRatio = 4,
        RateRatioLow = 3,
        RateRatioHigh = 5,
        PValue = 0.001,
        QValue = 0.01,
        Terms = [],
        Examples = [],
        Sentence = "",
    };
}
