using System.Globalization;
using System.Text;
using Krm.Analytics.Causes;
using Krm.Analytics.Causes.Detectors;
using Krm.Analytics.Causes.Texts;
using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Benchmarks.Causes;

/// <summary>
/// Every promise about causes in one table, and charts of cost against size: processor time of this process on one core, so that other
/// programs on the machine matter little.
/// </summary>
/// <remarks><c>dotnet run -c Release --project benchmarks/Krm.Benchmarks -- causes-table OUTPUT.md</c>; takes about two minutes.</remarks>
internal static class SpeedTable
{
    private const int Weeks = 521;
    private static readonly double[] Shares = [0.125, 0.25, 0.5, 1];

    public static void Write(string path)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# Causes: speed on one core\n\nProcessor time, {Environment.ProcessorCount} cores, .NET {Environment.Version}, Release. Made by `dotnet run -c Release --project benchmarks/Krm.Benchmarks -- causes-table OUTPUT.md`.\n");
        WriteSeriesWeek(text);
        WriteCounting(text);
        WriteScale(text, "Newest week of 100,000 series of ten years, Farrington–Noufaily (promise: 10 s)", share => NewestWeek((int)(100_000 * share), counts => FarringtonNoufaily.Score(counts, Weeks - 1)[0].IsAlarm));
        WriteScale(text, "Newest week of 100,000 series of ten years, SeriesMonitor (promise: 10 s)", share => NewestWeek((int)(100_000 * share), counts => SeriesMonitor.Score(counts, Weeks - 1)[0].IsAlarm));
        WriteScale(text, "Clustering 100,000 texts (promise: 30 s)", share => Cluster((int)(100_000 * share)));
        WriteScale(text, "Finding causes in 10,000 series of five years, by number of series", share => Detect((int)(10_000 * share), 261));
        WriteScale(text, "Finding causes in 1,000 series of ten years, by number of weeks", share => Detect(1_000, (int)(Weeks * share)));
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        text.AppendLine(CultureInfo.InvariantCulture, $"Largest memory of the process over all of it: {process.PeakWorkingSet64 / 1_000_000} MB (promise: 1,000 MB).");
        File.WriteAllText(path, text.ToString());
    }

    private static void WriteSeriesWeek(StringBuilder text)
    {
        const int Scored = 52;
        var random = new Random(1);
        var expected = Enumerable.Range(0, Weeks).Select(week => 5 + (3 * Math.Cos(2 * Math.PI * week / 52))).ToArray();
        var counts = expected.Select(mean => random.Next((int)(2 * mean) + 1)).ToArray();
        var negativeBinomial = new ChartSettings { Alpha = 0.1, Memory = 52 };
        text.AppendLine("| a series-week | µs | promise |\n|---|---|---|");
        Row("Farrington–Noufaily, five years", "50", Scored, () => FarringtonNoufaily.Score(counts, Weeks - Scored));
        Row("SeriesMonitor, ten years", "", Scored, () => SeriesMonitor.Score(counts, Weeks - Scored));
        Row("EARS C1", "1", Weeks - 7, () => EarlyAberration.Score(counts, 1, 7));
        Row("EARS C2", "1", Weeks - 9, () => EarlyAberration.Score(counts, 2, 9));
        Row("EARS C3", "1", Weeks - 11, () => EarlyAberration.Score(counts, 3, 11));
        Row("GLR Poisson", "1", Weeks, () => LikelihoodRatioChart.Run(counts, expected));
        Row("GLR negative binomial, a year of memory", "", Weeks, () => LikelihoodRatioChart.Run(counts, expected, negativeBinomial));
        text.AppendLine();

        void Row(string name, string promise, int weeks, Action work)
        {
            work();
            var rounds = 0;
            var seconds = Measure(() =>
            {
                for (var start = Seconds(); Seconds() - start < 1; rounds++)
                {
                    work();
                }
            });
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {seconds * 1e6 / rounds / weeks:0.00} | {promise} |");
        }
    }

    private static void WriteCounting(StringBuilder text)
    {
        var cases = CountedCases.Create(10_000_000);
        cases.CountIntoCube(1_000_000);
        cases.CountIntoDictionary(1_000_000);
        text.AppendLine("Counting 10 million cases into 40 × 25 cells and 522 weeks (promise: 5 s); the baseline is a plain dictionary from week and values to a number\n");
        text.AppendLine("| share | seconds | plain dictionary, seconds | ratio |\n|---|---|---|---|");
        var seconds = new List<double>();
        foreach (var share in Shares)
        {
            var number = (int)(10_000_000 * share);
            var plain = Measure(() => cases.CountIntoDictionary(number));
            seconds.Add(Measure(() => cases.CountIntoCube(number)));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {share} | {seconds[^1]:0.00} | {plain:0.00} | {seconds[^1] / plain:0.00} |");
        }

        WriteChart(text, seconds);
    }

    private static void WriteScale(StringBuilder text, string title, Action<double> work)
    {
        work(Shares[0] / 10);
        text.AppendLine(CultureInfo.InvariantCulture, $"{title}\n\n| share | seconds |\n|---|---|");
        var seconds = new List<double>();
        foreach (var share in Shares)
        {
            seconds.Add(Measure(() => work(share)));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {share} | {seconds[^1]:0.00} |");
        }

        WriteChart(text, seconds);
    }

    /// <summary>A straight line through the origin is linear cost; the second line is that of the full size.</summary>
    private static void WriteChart(StringBuilder text, List<double> seconds)
    {
        static string Join(IEnumerable<double> values) => string.Join(", ", values.Select(value => value.ToString("0.###", CultureInfo.InvariantCulture)));
        text.AppendLine(CultureInfo.InvariantCulture, $"""

            ```mermaid
            xychart-beta
                x-axis "share of the promised size" [{Join(Shares)}]
                y-axis "seconds" 0 --> {seconds.Max() * 1.1:0.###}
                bar [{Join(seconds)}]
                line [{Join(Shares.Select(share => share * seconds[^1]))}]
            ```

            """);
    }

    private static void NewestWeek(int series, Func<int[], bool> isAlarm)
    {
        var random = new Random(1);
        var counts = new int[Weeks];
        for (var i = 0; i < series; i++)
        {
            for (var week = 0; week < Weeks; week++)
            {
                counts[week] = random.Next(12);
            }

            isAlarm(counts);
        }
    }

    private static void Cluster(int texts)
    {
        // Fifteen words, half of them those of one of 2,000 matters.
        var random = new Random(1);
        TextClusterer.Cluster([.. Enumerable.Range(0, texts).Select(_ =>
        {
            var matter = random.Next(2000);
            return string.Join(' ', Enumerable.Range(0, 15).Select(i => i % 2 == 0 ? $"sache{(matter * 8) + i}" : $"wort{random.Next(5000)}"));
        })]);
    }

    private static void Detect(int series, int weeks)
    {
        var random = new Random(1);
        var builder = new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["unit"]));
        var first = new LocalDate(2015, 1, 5);
        for (var unit = 0; unit < series; unit++)
        {
            string[] values = [$"Amt {unit}"];
            for (var week = 0; week < weeks; week++)
            {
                builder.Add(first.PlusWeeks(week), values, random.Next(12));
            }
        }

        new CauseDetector().Detect(builder.Build());
    }

    private static double Measure(Action work)
    {
        var start = Seconds();
        work();
        return Seconds() - start;
    }

    private static double Seconds() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
