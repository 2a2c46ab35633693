using System.Globalization;
using System.Text;
using NodaTime;

namespace Krm.Cli.Tests.Commands;

/// <summary><c>krm causes --scores</c> with every method; where the method is that of R, with the numbers of R.</summary>
public sealed class ScoresTests : IDisposable
{
    private static readonly LocalDate FirstWeek = new(1990, 1, 1);

    private readonly TemporaryDirectory _directory = new();

    public static TheoryData<string, string, string> RConfigurations => new()
    {
        { "default", "farrington", "b=5;w=3;alpha=0.05" },
        { "b3w3", "farrington", "b=3;w=3;alpha=0.01;thresholdMethod=delta" },
        { "noufaily10", "noufaily", "b=5;w=3;alpha=0.005" },
        { "noufaily10b3", "farrington", "b=3;w=3;alpha=0.01;noPeriods=10;pastWeeksNotIncluded=26;weightsThreshold=2.58;pThresholdTrend=1;thresholdMethod=nbPlugin" },
        { "muan10b3", "noufaily", "b=3;alpha=0.01;thresholdMethod=muan" },
        { "delta10b3", "noufaily", "b=3;alpha=0.01;thresholdMethod=delta" },
        { "noRewNoTrend", "farrington", "b=3;w=3;alpha=0.01;reweight=0;trend=0" },
        { "limitOff", "farrington", "b=3;w=3;alpha=0.01;limit54=0;thresholdMethod=nbPlugin" },
    };

    public void Dispose() => _directory.Dispose();

    [SharedDataTheory("data/causes/farringtonFlexible.csv")]
    [MemberData(nameof(RConfigurations))]
    public void Scores_Farrington_EqualsR(string configuration, string method, string settings)
    {
        var counts = Rows("data/causes/series.csv").Select(row => $"{Week(row)},{row["series"]},{row["observed"]}");
        var scores = Score(WriteCounts("week,series,n", counts), "series", "--method", method, "--settings", settings);
        var compared = 0;
        foreach (var row in Rows("data/causes/farringtonFlexible.csv").Where(row => row["config"] == configuration))
        {
            var score = scores[(row["series"], Week(row))];
            AssertEqual(row["expected"], score["expected"], 1e-6);
            AssertEqual(row["upperbound"], score["upper"], 1e-6);
            AssertEqual(row["pvalue"], score["p_value"], 1e-6);
            Assert.Equal(row["alarm"], score["alarm"]);
            compared++;
        }

        Assert.NotEqual(0, compared);
    }

    [SharedDataTheory("data/causes/glr.csv")]
    [InlineData("glrpois_inc", "glr-poisson", "c.ARL=5")]
    [InlineData("glrpois_dec", "glr-poisson", "c.ARL=5;dir=dec")]
    [InlineData("glrnb_inc", "glr-nb", "c.ARL={c.ARL};alpha={alpha}")]
    [InlineData("cusumpois_kappa1.2", "cusum", "theta={theta};c.ARL={c.ARL}")]
    [InlineData("cusumpois_kappa2", "cusum", "theta={theta};c.ARL={c.ARL}")]
    [InlineData("cusumnb_kappa1.5", "cusum", "theta={theta};c.ARL={c.ARL};alpha={alpha}")]
    public void Scores_Chart_EqualsR(string configuration, string method, string settings)
    {
        foreach (var group in Rows("data/causes/glr.csv").Where(row => row["config"] == configuration).GroupBy(row => row["series"]))
        {
            var rows = group.ToList();
            var own = new[] { "theta", "alpha", "c.ARL" }.Aggregate(settings, (text, key) => text.Replace($"{{{key}}}", rows[0][key], StringComparison.Ordinal));

            var input = WriteCounts("week,series,n,mu0", rows.Select(row => $"{Week(row)},{row["series"]},{row["observed"]},{row["mu0"]}"));
            var scores = Score(input, "series", "--expected", "mu0", "--method", method, "--settings", own);
            foreach (var row in rows)
            {
                var score = scores[(row["series"], Week(row))];
                AssertEqual(row["glr"], score["statistic"], 1e-8, least: 1e-4);
                AssertEqual(row["mu0"], score["expected"], 1e-12);
                Assert.Equal(row["alarm"], score["alarm"]);
                Assert.Empty(score["p_value"]);
                if (score["upper"].Length > 0)
                {
                    Assert.Equal(score["alarm"] == "1", int.Parse(row["observed"], CultureInfo.InvariantCulture) > double.Parse(score["upper"], CultureInfo.InvariantCulture));
                }
            }
        }
    }

    [Theory]
    [InlineData("monitor")]
    [InlineData("farrington")]
    [InlineData("noufaily")]
    [InlineData("glr-poisson")]
    [InlineData("glr-nb")]
    [InlineData("cusum")]
    [InlineData("ears-c1")]
    [InlineData("ears-c2")]
    [InlineData("ears-c3")]
    public void Scores_EveryMethod_FindsABurstAndLeavesBlankOnlyWhatIsDocumented(string method)
    {
        var random = new Random(1);
        var rows = from series in new[] { "A", "B" }
                   from week in Enumerable.Range(0, 300)
                   select $"{FirstWeek.PlusWeeks(week):uuuu-MM-dd},{series},{5 + random.Next(4) + (series == "B" && week >= 296 ? 30 : 0)}";
        var isChart = method.StartsWith("glr", StringComparison.Ordinal) || method == "cusum";

        var scores = Score(WriteCounts("week,series,n", rows), "series", "--method", method);

        Assert.Equal(600, scores.Count);
        Assert.Equal("1", scores[("B", Week(296))]["alarm"]);
        Assert.Equal("0", scores[("A", Week(290))]["alarm"]);
        Assert.All(scores.Where(pair => pair.Key.Item2 == Week(290)), pair =>
        {
            Assert.NotEmpty(pair.Value["expected"]);
            Assert.NotEmpty(pair.Value["upper"]);
            Assert.Equal(isChart, pair.Value["p_value"].Length == 0);
        });
        Assert.Empty(scores[("A", Week(0))]["expected"]);
        Assert.Equal("0", scores[("A", Week(0))]["alarm"]);
    }

    [Fact]
    public void Scores_CountsThatBeginAndEndWithZeros_AreScoredFromTheFirstToTheLastRow()
    {
        var rows = Enumerable.Range(0, 40).Select(week => $"{FirstWeek.PlusWeeks(week):uuuu-MM-dd},A,{(week is < 5 or > 35 ? 0 : 3)}");

        var scores = Score(WriteCounts("week,series,n", rows), "series", "--method", "ears-c1");

        Assert.Equal(40, scores.Count);
        Assert.Equal("0", scores[("A", Week(39))]["count"]);
    }

    [Fact]
    public void Scores_FewWeeksOfManySeries_BorrowFromEachOther()
    {
        var random = new Random(2);
        var rows = from series in Enumerable.Range(0, 12)
                   from week in Enumerable.Range(0, 14)
                   select $"{FirstWeek.PlusWeeks(week):uuuu-MM-dd},S{series},{random.Next(2 + series) + (series == 3 && week == 13 ? 25 : 0)}";
        var input = WriteCounts("week,series,n", rows);

        var pooled = Score(input, "series");
        var alone = Score(input, "series", "--settings", "pooled=0");

        Assert.NotEmpty(pooled[("S0", Week(5))]["expected"]);
        Assert.Empty(alone[("S0", Week(8))]["expected"]);
        Assert.NotEmpty(alone[("S0", Week(9))]["expected"]);
        Assert.Equal("1", pooled[("S3", Week(13))]["alarm"]);
    }

    [Theory]
    [InlineData("103 Zeiträume", "--method", "farrington")]
    [InlineData("mindestens 264", "--method", "noufaily")]
    [InlineData("mindestens 105", "--method", "glr-poisson")]
    [InlineData("--settings: gefunden", "--method", "farrington", "--settings", "b=0")]
    [InlineData("b=1 … 50", "--method", "farrington", "--settings", "b=drei")]
    [InlineData("weightsThreshold", "--method", "farrington", "--settings", "gewicht=3")]
    [InlineData("delta|nbPlugin|muan", "--method", "farrington", "--settings", "thresholdMethod=best")]
    [InlineData("key=value", "--method", "ears-c1", "--settings", "alpha")]
    [InlineData("glr-poisson|glr-nb|cusum", "--method", "ears-c1", "--expected", "n")]
    public void Scores_WhatDoesNotFit_IsRefused(string expected, params string[] options)
    {
        var rows = Enumerable.Range(0, 103).Select(week => $"{FirstWeek.PlusWeeks(week):uuuu-MM-dd},A,3");
        var output = Path.Combine(_directory.Root, "scores.csv");

        var run = KrmRun.Of(["causes", "--input", WriteCounts("week,series,n", rows), "--date", "week", "--by", "series", "--count", "n", "--output", "-", "--scores", output, .. options]);

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.False(File.Exists(output));
    }

    private Dictionary<(string Series, string Week), Dictionary<string, string>> Score(string input, string by, params string[] options)
    {
        var output = Path.Combine(_directory.Root, "scores.csv");
        var run = KrmRun.Of(["causes", "--input", input, "--date", "week", "--by", by, "--count", "n", "--output", "-", "--scores", output, .. options]);
        Assert.True(run.ExitCode == ExitCodes.Done, run.Error);
        return Rows(output).ToDictionary(row => (row["series"], row["week"]));
    }

    private string WriteCounts(string header, IEnumerable<string> rows)
    {
        var text = new StringBuilder(header).Append('\n');
        foreach (var row in rows)
        {
            text.Append(row).Append('\n');
        }

        return _directory.Write("counts.csv", text.ToString());
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string path)
    {
        var lines = File.ReadAllLines(SharedData.Find(path) ?? path);
        var names = lines[0].Split(',');
        return lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static string Week(Dictionary<string, string> row) => Week(int.Parse(row["t"], CultureInfo.InvariantCulture) - 1);

    private static string Week(int index) => FirstWeek.PlusWeeks(index).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static void AssertEqual(string expected, string actual, double tolerance, double least = 0)
    {
        if (expected.Length == 0 || actual.Length == 0)
        {
            Assert.Equal(expected, actual);
            return;
        }

        var (r, own) = (double.Parse(expected, CultureInfo.InvariantCulture), double.Parse(actual, CultureInfo.InvariantCulture));
        Assert.True(Math.Abs(r - own) <= tolerance * Math.Max(Math.Abs(r), least), $"R {expected}, here {actual}");
    }
}
