using FsCheck;
using FsCheck.Fluent;
using Krm.Analytics.Counting;
using NodaTime;

namespace Krm.Analytics.Tests.Counting;

public class CountCubeTests
{
    private static readonly CountPlan Plan = new(PeriodKind.Week, ["unit", "category"]);

    [Fact]
    public void Merge_AnyPartitionInAnyOrder_GivesTheSameBytes()
    {
        var property = Prop.ForAll(
            ArbMap.Default.ArbFor<(byte Day, byte Unit, byte Category, byte Part)[]>(),
            ArbMap.Default.ArbFor<int>(),
            (rows, seed) =>
            {
                var whole = Count(rows);
                var parts = rows.GroupBy(row => row.Part % 4).Select(group => Count([.. group])).ToArray();
                new Random(seed).Shuffle(parts);
                var pairwise = parts.Aggregate(Count([]), (sum, part) => part.Merge(sum));
                var shuffled = rows.ToArray();
                new Random(seed).Shuffle(shuffled);
                var bytes = CountCubeBinary.Write(whole);
                return bytes.AsSpan().SequenceEqual(CountCubeBinary.Write(pairwise))
                    && bytes.AsSpan().SequenceEqual(CountCubeBinary.Write(CountCube.Merge([.. parts, Count([])])))
                    && bytes.AsSpan().SequenceEqual(CountCubeBinary.Write(Count(shuffled)))
                    && Csv(whole) == Csv(pairwise);
            });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
    }

    [Fact]
    public void Add_RowsOfGroupBy_EqualsSingleCases()
    {
        var single = new CountCubeBuilder(Plan);
        for (var i = 0; i < 7; i++)
        {
            single.Add(new LocalDate(2026, 3, 2).PlusDays(i), ["A", "x"]);
        }

        var grouped = new CountCubeBuilder(Plan);
        grouped.Add(new LocalDate(2026, 3, 4), ["A", "x"], 7);

        Assert.Equal(CountCubeBinary.Write(single.Build()), CountCubeBinary.Write(grouped.Build()));
        Assert.Equal(7, single.Build().Total);
    }

    [Fact]
    public void Merge_OtherPlanOrDataVersion_IsRefused()
    {
        var cube = Count([(1, 1, 1, 1)]);

        Assert.Throws<CountPlanMismatchException>(() => cube.Merge(new CountCubeBuilder(new CountPlan(PeriodKind.Month, Plan.Dimensions)).Build()));
        Assert.Throws<CountPlanMismatchException>(() => cube.Merge(new CountCubeBuilder(new CountPlan(PeriodKind.Week, ["category", "unit"])).Build()));
        Assert.Throws<CountPlanMismatchException>(() => cube.Merge(new CountCubeBuilder(new CountPlan(PeriodKind.Week, Plan.Dimensions, "model 2")).Build()));
    }

    [Fact]
    public void Add_BadRows_AreRefused()
    {
        var builder = new CountCubeBuilder(Plan);
        var day = new LocalDate(2026, 1, 5);

        Assert.Throws<ArgumentException>(() => builder.Add(day, ["A"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(day, ["A", "x"], -1));
        Assert.Throws<ArgumentException>(() => builder.Add(new CountPeriod(PeriodKind.Month, 24000), ["A", "x"]));
        builder.Add(day, ["A", "x"], long.MaxValue);
        Assert.Throws<OverflowException>(() => builder.Add(day, ["A", "x"]));
        Assert.Throws<ArgumentException>(() => builder.Add(day, ["A", "x"], 1, 3m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountCubeBuilder(Plan).Add(day, ["A", "x"], 1, 0.1234567m));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CountCubeBuilder(Plan).Add(day, ["A", "x"], 1, -1m));
    }

    [Fact]
    public void Plan_NamesTwiceOrMissing_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new CountPlan(PeriodKind.Week, ["a", "a"]));
        Assert.Throws<ArgumentException>(() => new CountPlan(PeriodKind.Week, [" "]));
        Assert.Throws<ArgumentException>(() => new CountPlan(PeriodKind.Week, Enumerable.Range(0, 9).Select(i => $"d{i}")));
    }

    [Fact]
    public void Csv_QuotesWhatNeedsIt()
    {
        var builder = new CountCubeBuilder(Plan);
        builder.Add(new LocalDate(2026, 3, 4), ["Amt \"Mitte\"", "Müll; Abfall"], 2, 1.50m);

        Assert.Equal(
            $"received,unit,category,count,exposure,period,data_version,plan\r\n2026-03-02,\"Amt \"\"Mitte\"\"\",\"Müll; Abfall\",2,1.5,week,,{Plan.Fingerprint}\r\n",
            Csv(builder.Build(), "received"));
    }

    [Fact]
    public void Binary_ReadBack_IsTheSame()
    {
        var builder = new CountCubeBuilder(Plan);
        builder.Add(new LocalDate(2026, 3, 4), ["Ä", "x"], 2, 1.000001m);
        builder.Add(new LocalDate(2026, 3, 14), ["", "y"], 0, 999_999_999_999_999.999999m);
        var bytes = CountCubeBinary.Write(builder.Build());

        var again = CountCubeBinary.Read(bytes);

        Assert.Equal(bytes, CountCubeBinary.Write(again));
        Assert.Equal(1.000001m, again.Rows[1].Exposure);
        Assert.Equal(Plan.Fingerprint, again.Plan.Fingerprint);
    }

    [Fact]
    public void Binary_CutOrChanged_IsRefused()
    {
        var bytes = CountCubeBinary.Write(Count([(1, 1, 1, 1), (2, 2, 2, 2)]));

        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = bytes[..length];
            Assert.Throws<FormatException>(() => CountCubeBinary.Read(cut));
        }

        bytes[20] ^= 1;
        Assert.Throws<FormatException>(() => CountCubeBinary.Read(bytes));
    }

    private static CountCube Count((byte Day, byte Unit, byte Category, byte Part)[] rows)
    {
        var builder = new CountCubeBuilder(Plan);
        foreach (var row in rows)
        {
            builder.Add(new LocalDate(2025, 12, 20).PlusDays(row.Day), [$"U{row.Unit % 3}", $"C{row.Category % 5}"]);
        }

        return builder.Build();
    }

    private static string Csv(CountCube cube, string dateColumn = "date")
    {
        using var writer = new StringWriter();
        CountCubeCsv.Write(cube, writer, dateColumn);
        return writer.ToString();
    }
}
