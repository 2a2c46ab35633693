using System.Text.Json;
using Krm.Reporting.Tables;

namespace Krm.Reporting.Tests.Tables;

public class ReportTablesTests
{
    [Fact]
    public void Of_ManyCases_GivesRectangularTablesWithOwnNames()
    {
        var tables = ReportTables.Of(SampleBacklog.Create(3000).Build());

        Assert.True(tables.Count >= 10, $"{tables.Count} tables");
        Assert.Equal(tables.Count, tables.Select(table => table.Id).Distinct().Count());
        Assert.All(tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));
        Assert.All(tables, table => Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.Id).Distinct().Count()));
    }

    [Fact]
    public void WriteCsv_Numbers_AreForPrograms()
    {
        var table = new ReportTable(
            "t",
            "Titel",
            [new("group", "Gruppe"), new("count", "Anzahl"), new("share", "Anteil"), new("date", "Tag"), new("none", "nichts")],
            [
                [ReportCell.Of("a \"b\", c"), ReportCell.Of(ReportCount.Of(1234)), ReportCell.OfShare(.25), ReportCell.Of(SampleBacklog.AsOf), default],
                [ReportCell.Of("=1+1"), ReportCell.Of(ReportCount.Suppressed), ReportCell.OfShare(null), ReportCell.Of(SampleBacklog.AsOf), default],
            ]);
        using var writer = new StringWriter();

        ReportCsv.Write(table, writer);

        Assert.Equal(
            "group,count,share,date,none,suppressed\r\n\"a \"\"b\"\", c\",1234,0.25,2026-06-30,,\r\n'=1+1,,,2026-06-30,,count\r\n",
            writer.ToString());
        Assert.Equal(["a \"b\", c", "1.234", "25\u00a0%", "30.06.2026", "–"], table.Rows[0].Select(cell => cell.ToGerman()));
    }

    [Fact]
    public void WriteJson_AllTables_CanBeReadBack()
    {
        var data = SampleBacklog.Create(3000).Build();
        using var stream = new MemoryStream();

        ReportJson.Write(data, stream);

        using var json = JsonDocument.Parse(stream.ToArray());
        var root = json.RootElement;
        Assert.Equal("2026-06-30", root.GetProperty("as_of").GetString());
        Assert.Equal(ReportTables.Of(data).Count, root.GetProperty("tables").GetArrayLength());
        var units = root.GetProperty("tables").EnumerateArray().Single(table => table.GetProperty("id").GetString() == "deadlines-by-unit");
        Assert.InRange(units.GetProperty("rows")[0].GetProperty("share_in_time").GetDouble(), 0, 1);
    }

    [Fact]
    public void WriteJson_WithheldNumber_LeavesNoTrace()
    {
        var builder = new ReportBuilder(new ReportOptions { AsOf = SampleBacklog.AsOf, LargestGroupCount = 3 });
        for (var index = 0; index < 103; index++)
        {
            builder.Add(new ReportCase
            {
                Received = SampleBacklog.AsOf.PlusDays(-index % 60),
                Due = index < 3 ? SampleBacklog.AsOf.PlusDays(-1) : null,
                Unit = index % 2 == 0 ? "A" : "B",
            });
        }

        using var stream = new MemoryStream();
        ReportJson.Write(builder.Build(), stream);

        using var json = JsonDocument.Parse(stream.ToArray());
        Assert.DoesNotContain(
            json.RootElement.GetProperty("tables").EnumerateArray()
                .Where(table => table.GetProperty("id").GetString() is not "forecast")
                .SelectMany(table => table.GetProperty("rows").EnumerateArray())
                .SelectMany(row => row.EnumerateObject())
                .Where(property => property.Value.ValueKind == JsonValueKind.Number),
            property => property.Value.GetDouble() is > 0 and < 5);
    }
}
