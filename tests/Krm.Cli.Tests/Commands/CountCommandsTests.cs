using System.Globalization;
using System.Text;
using NodaTime;

namespace Krm.Cli.Tests.Commands;

public sealed class CountCommandsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Merge_PartsInAnyOrder_GivesTheSameBytesAsCountingAtOnce()
    {
        var rows = Rows(300);
        var whole = Count("whole", rows);
        var first = Count("first", rows[..100]);
        var second = Count("second", rows[100..]);
        var empty = Count("empty", []);

        foreach (var parts in new[] { new[] { first, second, empty }, [second, first], [empty, second, first] })
        {
            var sum = Path.Combine(Path.GetDirectoryName(whole)!, "sum.csv");
            var run = KrmRun.Of(["merge", .. parts, "--output", sum]);

            Assert.Equal(ExitCodes.Done, run.ExitCode);
            Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(sum));
        }
    }

    [Fact]
    public void Causes_CountsOrCases_FindsTheSame()
    {
        var rows = Rows(1500).Concat(Enumerable.Repeat("2025-06-03,Nord,\"Müll, Abfall\"", 25)).ToArray();
        var counts = Count("counts", rows);
        var cases = WriteCases("cases", rows);

        var fromCounts = KrmRun.Of("causes", "--input", counts, "--date", "received", "--by", "ort,art", "--count", "count", "--output", "-");
        var fromCases = KrmRun.Of("causes", "--input", cases, "--by", "ort,art", "--output", "-");

        Assert.Equal(ExitCodes.Done, fromCounts.ExitCode);
        Assert.Equal(fromCases.Output, fromCounts.Output);
        Assert.Contains("\"ort\": \"Nord\"", fromCounts.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_OtherPlan_IsRefused()
    {
        var one = Count("one", Rows(10));
        var other = Path.ChangeExtension(one, ".other.csv");
        KrmRun.Of("count", "--input", WriteCases("cases", Rows(10)), "--by", "ort", "--output", other);

        var run = KrmRun.Of("merge", one, other, "--output", "-", "--format", "csv");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("anderen Plan", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("received,ort,count\n2025-01-06,A,3\n")]
    [InlineData("received,ort,count,period,data_version,plan\n2025-01-06,A,-3,week,,x\n")]
    [InlineData("received,ort,count,period,data_version,plan\n2025-01-06,A,3,day,,x\n")]
    [InlineData("received,ort,count,period,data_version,plan\n2025-01-06,A,3,week,,0123456789abcdef\n")]
    public void Merge_NoOrBadCounts_IsRefused(string csv)
    {
        var run = KrmRun.Of("merge", _directory.Write("bad.csv", csv), "--output", "-");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("bad.csv", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Count_BadRows_AreNamedAndLeftOut()
    {
        var input = _directory.Write("in.csv", "received,ort\n2025-01-06,A\ngestern,B\n2025-01-07,A\n");

        var run = KrmRun.Of("count", "--input", input, "--by", "ort", "--period", "month", "--output", "-", "--format", "csv");

        Assert.Equal(ExitCodes.SomeRowsFailed, run.ExitCode);
        Assert.StartsWith("received,ort,count,period,data_version,plan\n2025-01-01,A,2,month,,", run.Output, StringComparison.Ordinal);
        Assert.Contains("Zeile 3", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_Scores_HaveOneRowForEachSeriesAndPeriod()
    {
        var scores = Path.Combine(Path.GetDirectoryName(_directory.Write("x", "x"))!, "scores.csv");
        var rows = Rows(2000).Concat(Enumerable.Repeat("2025-11-04,Nord,A", 60)).ToArray();

        KrmRun.Of("causes", "--input", WriteCases("cases", rows), "--by", "ort", "--land", "HH", "--output", "-", "--scores", scores);

        var lines = File.ReadAllLines(scores);
        Assert.Equal("ort,received,count,exposure,expected,upper,p_value,alarm", lines[0]);
        Assert.Equal(1 + (2 * 52), lines.Length);
        Assert.EndsWith(",1", lines.First(line => line.StartsWith("Nord,2025-11-03,", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_Clusters_FindsAMatterThatNoColumnNames()
    {
        var random = new Random(5);
        var csv = new StringBuilder("received,ort,text\n");
        for (var i = 0; i < 1200; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{new LocalDate(2025, 1, 6).PlusDays(random.Next(364)):uuuu-MM-dd},O{random.Next(4)},wort{random.Next(900)} wort{random.Next(900)} wort{random.Next(900)} wort{random.Next(900)}\n");
        }

        for (var i = 0; i < 24; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{new LocalDate(2025, 9, 1).PlusDays(i % 14):uuuu-MM-dd},O{i % 4},Das neue Buchungsportal löscht gebuchte Termine {i}\n");
        }

        var run = KrmRun.Of("causes", "--input", _directory.Write("texts.csv", csv.ToString()), "--by", "ort", "--text", "text", "--clusters", "--output", "-");

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.Contains("\"cluster\": ", run.Output, StringComparison.Ordinal);
        Assert.Contains("buchungsportal", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("(ohne)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Causes_ClustersWithoutText_IsRefused() =>
        Assert.Equal(ExitCodes.Refused, KrmRun.Of("causes", "--input", WriteCases("cases", Rows(5)), "--by", "ort", "--clusters", "--output", "-").ExitCode);

    [Fact]
    public void Causes_ExposureWithAGap_IsRefused()
    {
        var csv = new StringBuilder("week,ort,n,e\n");
        for (var week = 0; week < 30; week++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{new LocalDate(2025, 1, 6).PlusWeeks(week):uuuu-MM-dd},A,3,10\n");
            if (week != 7)
            {
                csv.Append(CultureInfo.InvariantCulture, $"{new LocalDate(2025, 1, 6).PlusWeeks(week):uuuu-MM-dd},B,3,10\n");
            }
        }

        var run = KrmRun.Of("causes", "--input", _directory.Write("gap.csv", csv.ToString()), "--date", "week", "--by", "ort", "--count", "n", "--exposure", "e", "--output", "-");

        Assert.Equal(ExitCodes.Refused, run.ExitCode);
        Assert.Contains("ort=B", run.Error, StringComparison.Ordinal);
        Assert.Contains("2025-W09", run.Error, StringComparison.Ordinal);
    }

    private static string[] Rows(int count)
    {
        var random = new Random(7);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
                $"{new LocalDate(2025, 1, 6).PlusDays(random.Next(364)):uuuu-MM-dd},{(random.Next(2) == 0 ? "Nord" : "Süd")},{(random.Next(3) == 0 ? "\"Müll, Abfall\"" : "A")}"),
        ];
    }

    private string WriteCases(string name, string[] rows) =>
        _directory.Write($"{name}-cases.csv", "received,ort,art\n" + string.Concat(rows.Select(row => row + "\n")));

    private string Count(string name, string[] rows)
    {
        var input = WriteCases(name, rows);
        var output = Path.Combine(Path.GetDirectoryName(input)!, name + ".csv");
        var run = KrmRun.Of("count", "--input", input, "--by", "ort,art", "--output", output);
        Assert.Equal(ExitCodes.Done, run.ExitCode);
        return output;
    }
}
