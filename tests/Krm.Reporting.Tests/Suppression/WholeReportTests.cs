using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Krm.Reporting.Tests.Suppression;

/// <summary>An attacker who has the whole report and knows how its tables are added up, but none of our code.</summary>
public class WholeReportTests
{
    private static readonly LocalDate AsOf = new(2026, 6, 30);

    [Fact]
    public void Build_AnyBacklog_NoTableCanBeSubtractedFromAnother()
    {
        var arbitrary = (from seed in Gen.Choose(1, 1_000_000) from count in Gen.Choose(1, 900) select (seed, count)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(arbitrary, pair =>
        {
            var data = Skewed(pair.seed, pair.count).Build();
            var equations = new PublishedEquations();
            equations.Add(data.Arrivals, "period", "kind", "all", "all");
            equations.Add(data.CategoryCounts, "category", "one", "category", "all");
            equations.Add(data.Categories, "category", "window", "category", "all");
            for (var window = 0; window < data.CategoryTrends.Count; window++)
            {
                equations.AddPart(data.CategoryTrends[window], data.Windows[window].Label);
            }

            equations.Add(data.Overdue, "unit", "age", "unit", "overdue");
            equations.Add(data.OverdueSteps, "step", "age", "step", "overdue");
            equations.Add(data.Upcoming, "unit", "left", "unit", "upcoming");

            Assert.Empty(equations.Determined());
        }));
    }

    [Fact]
    public void Build_AnyBacklog_ShowsNoSmallCount()
    {
        var arbitrary = (from seed in Gen.Choose(1, 1_000_000) from count in Gen.Choose(1, 900) select (seed, count)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(arbitrary, pair =>
        {
            var data = Skewed(pair.seed, pair.count).Build();
            CrossTable[] tables =
            [
                data.Arrivals, data.CategoryCounts, data.Categories, data.Overdue, data.OverdueSteps, data.Upcoming, .. data.CategoryTrends,
            ];
            Assert.DoesNotContain(
                tables.SelectMany(table => table.Cells.SelectMany(row => row).Concat(table.RowTotals).Concat(table.ColumnTotals).Append(table.Total))
                    .Concat(data.Units.Concat(data.Priorities).Concat(data.CategoryDeadlines).Select(figure => figure.Cases))
                    .Append(data.CaseCount).Append(data.OverdueCount).Append(data.Method.NotApplicable),
                count => count.Value is > 0 and < 5);
        }));
    }

    private static ReportBuilder Skewed(int seed, int count)
    {
        var random = new Random(seed);
        var builder = new ReportBuilder(new ReportOptions { AsOf = AsOf, LargestGroupCount = 3 + random.Next(6) });
        var groups = 2 + random.Next(6);
        var span = 30 + random.Next(900);
        for (var index = 0; index < count; index++)
        {
            var received = AsOf.PlusDays(-(int)(span * random.NextDouble() * random.NextDouble()));
            builder.Add(new ReportCase
            {
                Received = received,
                Due = random.Next(10) == 0 ? null : received.PlusDays(14 + random.Next(20)),
                Closed = random.Next(3) == 0 ? null : received.PlusDays(random.Next(60)),
                Kind = Pick(groups),
                Unit = Pick(groups),
                Priority = Pick(2),
                Category = Pick(groups + 2),
                PendingStep = Pick(3),
                IsApplicable = random.Next(20) > 0,
            });
        }

        return builder;

        string Pick(int number) => $"Gruppe {(int)(number * random.NextDouble() * random.NextDouble())}";
    }
}
